package io.junheng.job;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Contract;
import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.intake.format.ArchivedFile;
import io.junheng.intake.format.DeliveredFile;
import io.junheng.intake.format.DeliveredFormat;
import io.junheng.lake.Archive;
import io.junheng.lake.FileId;
import io.junheng.lake.FrozenTable;
import io.junheng.lake.ReleaseFolder;
import io.junheng.lake.RowDigest;
import io.junheng.lake.SmallTables;
import io.junheng.release.Manifest;
import io.junheng.release.ReleaseId;
import io.junheng.release.Releases;
import io.junheng.table.Layer;
import io.junheng.table.Submission;
import io.junheng.table.Table;
import io.junheng.table.Tables;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Makes a release again from the originals in the archive and from its copy of the definitions, in
 * a lake of its own, and compares table by table. Pseudonyms are made with a key of its own: no
 * figure depends on which it is.
 */
public final class ReproduceRelease {
  private final SparkOnDemand spark;
  private final SmallTables tables;
  private final Watcher watcher;

  /** Of a lake, with its scratch work told to a watcher. */
  public ReproduceRelease(SparkSession spark, String lake, Watcher watcher) {
    this(SparkOnDemand.of(spark), lake, watcher);
  }

  ReproduceRelease(SparkOnDemand spark, String lake, Watcher watcher) {
    this.spark = spark;
    this.tables = new SmallTables(spark.hadoop(), lake);
    this.watcher = watcher;
  }

  /**
   * What came out.
   *
   * @param codeVersion of the code that made it again
   */
  public record Result(ReleaseId id, String codeVersion, List<OfTable> tables) {
    public Result {
      tables = List.copyOf(tables);
    }

    /** Whether every table says the same. */
    public boolean isSame() {
      return tables.stream().allMatch(OfTable::isSame);
    }
  }

  /**
   * One table.
   *
   * @param stored what the release holds now
   * @param again what was worked out
   * @param differing keys of the first rows that differ, without values
   */
  public record OfTable(
      String table, Content expected, Content stored, Content again, List<String> differing) {
    /** Whether the release holds what its manifest says, and the same was worked out. */
    public boolean isSame() {
      return expected.equals(stored) && expected.equals(again);
    }
  }

  /** What a table says. */
  public record Content(long rows, String sha256) {}

  /**
   * Makes it again.
   *
   * @param scratch folder for a lake of its own, which is removed afterwards
   */
  public Result reproduce(ReleaseId id, String scratch) throws IOException {
    Manifest manifest = MoveRelease.require(new Releases(tables), id).manifest();
    Path folder = new Path(scratch, id + "-again");
    Configuration hadoop = tables.hadoop();
    try {
      Catalogue catalogue = definitions(manifest);
      SmallTables again = new SmallTables(hadoop, new Path(folder, "lake").toString());
      work(
          catalogue,
          again.root(),
          new Path(folder, "scratch.key").toString(),
          originals(id, catalogue));
      return new Result(id, CodeVersion.text(), compared(manifest, again));
    } finally {
      folder.getFileSystem(hadoop).delete(folder, true);
    }
  }

  /**
   * The copy must be the one that the manifest speaks of. Files that were accepted stay accepted.
   */
  private Catalogue definitions(Manifest manifest) throws IOException {
    FileId found =
        new ReleaseFolder(tables.hadoop(), tables.root())
            .identify(manifest.id().toString(), Manifest.CONF_COPY);
    Catalogue catalogue = DiffReleases.catalogue(tables, manifest);
    if (!found.equals(manifest.confCopy()) || !catalogue.digest().equals(manifest.confDigest())) {
      throw new JobException(
          Outcome.INPUT,
          new Text(
              "%s 的口径副本与其清单不符。".formatted(manifest.id()),
              "The copy of the definitions of %s is not the one in its manifest."
                  .formatted(manifest.id())));
    }
    return catalogue.withMaxRejectedShare(1);
  }

  private List<ArchivedFile> originals(ReleaseId id, Catalogue catalogue) throws IOException {
    Archive archive = new Archive(tables.hadoop(), tables.root());
    Map<String, ArchivedFile> files = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>();
    for (Row line : RegisterOfRelease.accepted(tables, id)) {
      FileId file =
          new FileId(
              line.getString(Submission.SHA256.ordinal()),
              line.getLong(Submission.BYTES.ordinal()));
      if (archive.contains(file)) {
        ArchivedFile archived =
            delivered(line, catalogue).archivedAs(file.sha256(), archive.place(file).toString());
        files.put(archived.delivered().name() + "|" + file.sha256(), archived);
      } else {
        missing.add(line.getString(Submission.FILE_NAME.ordinal()));
      }
    }
    if (!missing.isEmpty()) {
      throw new JobException(
          Outcome.INPUT,
          new Text(
              "归档中缺少 %d 份原件,不能重现 %s,例如 %s。".formatted(missing.size(), id, missing.get(0)),
              "%d originals are missing in the archive, so %s cannot be made again; for instance %s."
                  .formatted(missing.size(), id, missing.get(0))));
    }
    return List.copyOf(files.values());
  }

  /** A contract that names its files itself takes period and area from the rows. */
  private static DeliveredFile delivered(Row line, Catalogue catalogue) {
    Contract contract = catalogue.contract(line.getString(Submission.DATASET.ordinal()));
    boolean isByFolder = contract.files().isEmpty();
    String name = line.getString(Submission.FILE_NAME.ordinal());
    return new DeliveredFile(
        name,
        Optional.empty(),
        name,
        contract.id(),
        Optional.of(new Period(line.getInt(Submission.PERIOD.ordinal()))).filter(p -> isByFolder),
        Optional.of(line.getString(Submission.COUNTY_CODE.ordinal())).filter(c -> isByFolder),
        line.getLong(Submission.BYTES.ordinal()),
        DeliveredFormat.ofName(name).orElse(DeliveredFormat.TEXT));
  }

  private void work(Catalogue catalogue, String lake, String key, List<ArchivedFile> files) {
    JobRequest request =
        new JobRequest(
            catalogue, lake, Optional.empty(), List.of(), key, true, List.of("release-reproduce"));
    RunUnderWay.during(
        spark,
        request,
        watcher,
        Clock.systemUTC(),
        run -> {
          new IngestJob().ingest(run, files);
          return new ComputeJob().compute(run, List.of());
        });
  }

  private List<OfTable> compared(Manifest manifest, SmallTables again) {
    List<OfTable> compared = new ArrayList<>();
    SmallTables released = tables.ofRelease(manifest.id().toString());
    for (FrozenTable frozen : manifest.tables()) {
      Table table = Tables.require(frozen.table());
      if (table.layer() == Layer.GOLD) {
        Content expected = new Content(frozen.rows(), frozen.content());
        Content now = content(again, table, manifest.periods());
        compared.add(
            new OfTable(
                frozen.table(),
                expected,
                content(released, table, manifest.periods()),
                now,
                expected.equals(now)
                    ? List.of()
                    : new DifferingRows(table).between(released, again, manifest.periods())));
      }
    }
    return compared;
  }

  private static Content content(SmallTables of, Table table, Collection<Period> periods) {
    RowDigest digest = new RowDigest();
    if (table.isByPeriod()) {
      of.forEach(table, periods, digest::add);
    } else {
      of.forEach(table, digest::add);
    }
    return new Content(digest.rows(), digest.sha256());
  }
}
