package io.junheng.job;

import static org.apache.spark.sql.functions.lit;

import io.junheng.definition.Contract;
import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.intake.Rekey;
import io.junheng.intake.format.ArchivedFile;
import io.junheng.intake.format.DeliveredFile;
import io.junheng.intake.format.DeliveredFormat;
import io.junheng.intake.format.KeyLocation;
import io.junheng.intake.format.ReadDeliveries;
import io.junheng.lake.Archive;
import io.junheng.lake.FileId;
import io.junheng.lake.Lake;
import io.junheng.lake.Layout;
import io.junheng.lake.LeasedWork;
import io.junheng.lake.SilverTable;
import io.junheng.lake.StoredTable;
import io.junheng.lake.Tidy;
import io.junheng.table.RejectedRow;
import io.junheng.table.Submission;
import io.junheng.table.TableColumn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Brings all pseudonyms of a lake to another key. They are made anew from the archived originals,
 * file by file and row by row; nothing else of a row changes, and no row is checked again. All
 * periods change together, so that people stay linked over years; the old key is not needed.
 *
 * <p>The register names both keys while this goes on, and no intake is let in; cut off at any
 * moment, it is typed again.
 */
public final class RekeyJob {
  /** Runs by itself. */
  public JobReport run(SparkSession spark, JobRequest request, Watcher watcher) {
    return run(SparkOnDemand.of(spark), request, watcher);
  }

  JobReport run(SparkOnDemand spark, JobRequest request, Watcher watcher) {
    return RunUnderWay.during(spark, request, watcher, Clock.systemUTC(), RekeyJob::rekey);
  }

  private static List<Period> rekey(RunUnderWay run) {
    run.take(List.of(LeasedWork.ALL));
    return new Work(run).rekey();
  }

  /** One change of keys. */
  private static final class Work {
    private final RunUnderWay run;
    private final Lake lake;
    private final List<Contract> contracts;
    private final SubmissionRegister register;
    private final String newId;

    Work(RunUnderWay run) {
      this.run = run;
      this.lake = run.lake();
      this.contracts =
          run.request().catalogue().contracts().stream().filter(Contract::hasPseudonyms).toList();
      this.register = SubmissionRegister.load(run.small());
      this.newId = new LakeKey(run.request(), run.hadoop()).load().fingerprint();
    }

    List<Period> rekey() {
      Map<Contract, List<ArchivedFile>> originals =
          contracts.stream().collect(Collectors.toMap(contract -> contract, this::originals));
      SortedSet<String> before = register.keyIds();
      if (before.equals(Set.of(newId)) || originals.values().stream().allMatch(List::isEmpty)) {
        run.watcher()
            .say(
                new Text(
                    "数据湖中没有需要更换密钥的假名。", "No pseudonym of the lake was made with another key."));
        return List.of();
      }
      requireOriginals(originals.values());
      run.step(
          "announce",
          new Text("登记更换", "Announce the change"),
          () -> noteKey(oldId(before) + LakeKey.BECOMES + newId));
      for (Contract contract : contracts) {
        run.step(
            "rekey-" + contract.id(),
            new Text("重算假名:" + contract.title().zh(), "Pseudonyms: " + contract.title().en()),
            () -> rekey(contract, originals.get(contract)));
      }
      removeHashes();
      run.step("rejected", new Text("剔除行", "Rows set aside"), this::blankKeys);
      run.step("register", new Text("登记", "Register"), () -> noteKey(newId));
      return List.copyOf(register.touched());
    }

    /** Of a change that was cut off, what came first. */
    private static String oldId(SortedSet<String> before) {
      return before.stream()
          .map(id -> id.split(LakeKey.BECOMES, 2)[0])
          .distinct()
          .collect(Collectors.joining("+"));
    }

    /** The files behind silver, each once. */
    private List<ArchivedFile> originals(Contract contract) {
      Archive archive = new Archive(run.hadoop(), lake.root());
      Map<String, ArchivedFile> byId = new TreeMap<>();
      accepted(contract)
          .forEach(
              line -> {
                String sha256 = (String) line.get(Submission.SHA256);
                FileId id = new FileId(sha256, (Long) line.get(Submission.BYTES));
                byId.put(sha256, original(contract, line, archive.place(id).toString()));
              });
      return List.copyOf(byId.values());
    }

    private static ArchivedFile original(
        Contract contract, Map<TableColumn, Object> line, String path) {
      boolean isOfFolder = contract.period().isEmpty();
      DeliveredFile delivered =
          new DeliveredFile(
              path,
              Optional.empty(),
              (String) line.get(Submission.FILE_NAME),
              contract.id(),
              Optional.of(new Period((Integer) line.get(Submission.PERIOD)))
                  .filter(any -> isOfFolder),
              Optional.of((String) line.get(Submission.COUNTY_CODE)).filter(any -> isOfFolder),
              (Long) line.get(Submission.BYTES),
              DeliveredFormat.TEXT);
      return delivered.archivedAs((String) line.get(Submission.SHA256), path);
    }

    private List<Map<TableColumn, Object>> accepted(Contract contract) {
      return register
          .accepted()
          .filter(line -> line.get(Submission.DATASET).equals(contract.id()))
          .toList();
    }

    private void requireOriginals(Collection<List<ArchivedFile>> originals) {
      Archive archive = new Archive(run.hadoop(), lake.root());
      List<String> missing = new ArrayList<>();
      for (ArchivedFile file : originals.stream().flatMap(List::stream).toList()) {
        try {
          if (!archive.contains(new FileId(file.fileId(), file.delivered().bytes()))) {
            missing.add(file.delivered().name());
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      if (!missing.isEmpty()) {
        throw new JobException(
            Outcome.INPUT,
            new Text(
                "存档中缺少 %d 份已接收报送的原件(如 %s),无法更换密钥;未作任何改动。".formatted(missing.size(), missing.get(0)),
                "The archive lacks the originals of %d accepted files (such as %s); the key cannot be changed. Nothing was touched."
                    .formatted(missing.size(), missing.get(0))));
      }
    }

    private Counted rekey(Contract contract, List<ArchivedFile> files) {
      if (files.isEmpty()) {
        return Counted.of(Counted.Unit.ROWS, 0);
      }
      StoredTable silver = SilverTable.of(contract);
      ReadDeliveries reading =
          new ReadDeliveries(
              run.spark(), run.request().catalogue(), new KeyLocation(run.request().keyFile()));
      Dataset<Row> rows =
          new Rekey(contract).apply(lake.read(silver), reading.rows(contract, files));
      return Counted.of(
          Counted.Unit.ROWS,
          lake.replaceDeliveries(silver, places(contract), rows, Layout.BY_PARTITION).rows());
    }

    private SortedMap<Period, Collection<String>> places(Contract contract) {
      SortedMap<Period, Collection<String>> places = new TreeMap<>();
      accepted(contract)
          .forEach(
              line ->
                  places
                      .computeIfAbsent(
                          new Period((Integer) line.get(Submission.PERIOD)), any -> new TreeSet<>())
                      .add((String) line.get(Submission.COUNTY_CODE)));
      return places;
    }

    /** Originals of files that were refused may be gone: file and row still name the row. */
    /** Those of old pseudonyms could still be tried by whoever has the old key. */
    private void removeHashes() {
      try {
        new Tidy(run.hadoop(), lake.root()).hashes(Instant.MAX);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private Counted blankKeys() {
      if (!lake.exists(RejectedRow.TABLE)) {
        return Counted.of(Counted.Unit.ROWS, 0);
      }
      Object[] datasets = contracts.stream().map(Contract::id).toArray();
      Dataset<Row> rows = lake.read(RejectedRow.TABLE);
      String key = RejectedRow.ROW_KEY.columnName();
      Dataset<Row> blanked =
          rows.withColumn(
              key,
              org.apache
                  .spark
                  .sql
                  .functions
                  .when(rows.col(RejectedRow.DATASET.columnName()).isin(datasets), lit(null))
                  .otherwise(rows.col(key)));
      return Counted.of(Counted.Unit.ROWS, lake.replaceAll(RejectedRow.TABLE, blanked).rows());
    }

    private Counted noteKey(String keyId) {
      Set<String> datasets = contracts.stream().map(Contract::id).collect(Collectors.toSet());
      register.noteKey(datasets, keyId);
      lake.update(
          Submission.TABLE,
          register.touched(),
          standing -> {
            SubmissionRegister latest = SubmissionRegister.of(standing);
            latest.noteKey(datasets, keyId);
            return latest.touchedLines();
          });
      return Counted.of(
          Counted.Unit.FILES, contracts.stream().mapToLong(c -> accepted(c).size()).sum());
    }
  }
}
