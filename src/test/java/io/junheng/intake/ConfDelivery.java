package io.junheng.intake;

import io.junheng.config.ConfReader;
import io.junheng.config.ConfResult;
import io.junheng.config.Problem;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Column;
import io.junheng.definition.Contract;
import io.junheng.definition.Language;
import io.junheng.intake.check.CheckedDelivery;
import io.junheng.intake.check.FileVerdict;
import io.junheng.intake.format.ArchivedFile;
import io.junheng.intake.format.DeliveredKeys;
import io.junheng.intake.format.KeyLocation;
import io.junheng.intake.format.Landing;
import io.junheng.intake.format.PseudonymKey;
import io.junheng.intake.format.ReadDeliveries;
import io.junheng.intake.format.ReferenceKeys;
import io.junheng.testing.SharedSpark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;

/**
 * A {@code conf/} and a landing folder for a test, written as text, and their way through intake.
 */
final class ConfDelivery {
  private final Path folder;

  ConfDelivery(Path folder) {
    this.folder = folder;
  }

  /** A folder with stages and one county, which a contract cannot do without. */
  static ConfDelivery withCounty(Path folder) {
    return new ConfDelivery(folder)
        .conf("stages.yaml", "stages: [{id: primary, title: {zh: 小学, en: Primary}}]\n")
        .conf(
            "areas/areas.csv",
            """
            area_code,parent_code,level,name_zh,name_en,type,valid_from,valid_to,sort_order,successors
            990101,,county,甲县,Jia,县,,,1,
            990102,,county,乙县,Yi,县,,,2,
            990103,,county,丙县,Bing,县,,2019-12-31,3,990101 990104
            990104,,county,丁县,Ding,县,2020-01-01,2022-12-31,4,990102
            990105,,county,戊县,Wu,县,2030-01-01,,5,
            """);
  }

  /** The contracts that the product ships with, and two counties that are none. */
  static ConfDelivery shipped(Path folder) {
    ConfDelivery delivery = withCounty(folder);
    try {
      Files.delete(folder.resolve("conf/stages.yaml"));
      for (String name : List.of("stages.yaml", "codes", "contracts")) {
        copy(Path.of("conf").resolve(name), folder.resolve("conf").resolve(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return delivery;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var all = Files.walk(from)) {
      for (Path source : all.toList()) {
        Path target = to.resolve(from.relativize(source).toString());
        if (Files.isDirectory(source)) {
          Files.createDirectories(target);
        } else {
          Files.copy(source, target);
        }
      }
    }
  }

  ConfDelivery conf(String name, String text) {
    return write(folder.resolve("conf").resolve(name), text);
  }

  ConfDelivery file(String name, String text) {
    return write(folder.resolve("landing").resolve(name), text);
  }

  private ConfDelivery write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Catalogue catalogue() {
    ConfResult result = new ConfReader(folder.resolve("conf")).read();
    return result
        .catalogue()
        .orElseThrow(
            () -> new IllegalStateException(Problem.list(result.problems(), "conf", Language.EN)));
  }

  private List<ArchivedFile> files(Catalogue catalogue, String dataset) {
    try {
      return new Landing(new Configuration(), folder.resolve("landing").toString(), catalogue)
          .list().files().stream()
              .filter(file -> file.dataset().equals(dataset))
              .map(file -> file.archivedAs(file.name(), file.path()))
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files of a dataset, checked; what they refer to is looked up in the files delivered. */
  CheckedDelivery checked(String dataset) {
    Catalogue catalogue = catalogue();
    Contract contract = catalogue.contract(dataset);
    Path key = folder.resolve("pseudonym.key");
    try {
      PseudonymKey.loadOrCreate(key);
      KeyLocation location = new KeyLocation(key.toString());
      DeliveredKeys reading = new DeliveredKeys(catalogue, location, new Configuration());
      Map<String, Map<String, java.util.Set<String>>> references = new TreeMap<>();
      for (Column column : contract.columns()) {
        if (column.references().isPresent()) {
          String referenced = column.references().get().contract();
          references.put(
              referenced, reading.of(catalogue.contract(referenced), files(catalogue, referenced)));
        }
      }
      return new Intake(new ReadDeliveries(SharedSpark.session(), catalogue, location))
          .referringTo(new ReferenceKeys(references))
          .check(contract, files(catalogue, dataset));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<FileVerdict> verdicts(String dataset) {
    CheckedDelivery checked = checked(dataset);
    return checked.verdicts(checked.summaries().collect());
  }

  List<Row> rejectedRows(String dataset) {
    return checked(dataset).rejected("run", verdicts(dataset)).collectAsList();
  }

  /** Rows set aside as lines {@code row column rule: message}. */
  List<String> rejected(String dataset) {
    return rejectedRows(dataset).stream()
        .map(
            row ->
                "%s %s %s: %s"
                    .formatted(
                        row.getAs("row_no"),
                        row.<String>getAs("column_name").isEmpty() ? "-" : row.getAs("column_name"),
                        row.getAs("rule"),
                        row.getAs("message_en")))
        .sorted()
        .toList();
  }

  /** Findings of all files as lines {@code rule level failed: examples}. */
  List<String> findings(String dataset) {
    return verdicts(dataset).stream()
        .flatMap(verdict -> verdict.findings().stream())
        .map(
            finding ->
                "%s %s %d: %s"
                    .formatted(
                        finding.rule(),
                        finding.level().code(),
                        finding.failed(),
                        String.join("; ", finding.examples())))
        .sorted()
        .toList();
  }

  /** Accepted rows as lines of the columns that are named. */
  List<String> accepted(String dataset, String... columns) {
    CheckedDelivery checked = checked(dataset);
    List<String> flawed = checked.files().stream().map(ArchivedFile::fileId).toList();
    return checked.accepted(flawed).orderBy("_row").collectAsList().stream()
        .map(
            row ->
                java.util.Arrays.stream(columns)
                    .map(column -> String.valueOf(row.<Object>getAs(column)))
                    .collect(Collectors.joining(" ")))
        .toList();
  }
}
