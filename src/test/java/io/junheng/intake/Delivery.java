package io.junheng.intake;

import io.junheng.definition.Contract;
import io.junheng.intake.check.CheckedDelivery;
import io.junheng.intake.check.FileVerdict;
import io.junheng.intake.format.ArchivedFile;
import io.junheng.intake.format.DeliveredFile;
import io.junheng.intake.format.KeyLocation;
import io.junheng.intake.format.Landing;
import io.junheng.intake.format.PseudonymKey;
import io.junheng.intake.format.ReadDeliveries;
import io.junheng.testing.SharedSpark;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A landing folder for a test, and its way through the intake. */
final class Delivery {
  private final Path folder;
  private final Path landing;

  Delivery(Path folder) {
    this.folder = folder;
    landing = folder.resolve("landing");
  }

  Delivery file(String name, String text) {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Delivery file(String name, byte[] bytes) {
    try {
      Path file = landing.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      return this;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  Landing.Listing listing() {
    try {
      return new Landing(new Configuration(), landing.toString(), Contracts.CATALOGUE).list();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  CheckedDelivery checked(Contract contract) {
    try {
      Path key = folder.resolve("pseudonym.key");
      PseudonymKey.loadOrCreate(key);
      List<ArchivedFile> files = new ArrayList<>();
      for (DeliveredFile file : listing().files()) {
        if (file.dataset().equals(contract.id())) {
          Path archived = folder.resolve("archived-" + file.name().replaceAll("[/!]+", "-"));
          try (InputStream bytes = file.open(new Configuration())) {
            Files.copy(bytes, archived, StandardCopyOption.REPLACE_EXISTING);
          }
          files.add(file.archivedAs(sha256(archived), archived.toUri().toString()));
        }
      }
      ReadDeliveries reading =
          new ReadDeliveries(
              SharedSpark.session(), Contracts.CATALOGUE, new KeyLocation(key.toString()));
      return new Intake(reading).check(contract, files);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  List<FileVerdict> verdicts(Contract contract) {
    CheckedDelivery checked = checked(contract);
    return checked.verdicts(checked.summaries().collect());
  }

  Dataset<Row> rejectedRows(Contract contract) {
    return checked(contract).rejected("run", verdicts(contract));
  }

  /** What silver takes, as the job asks for it. */
  Dataset<Row> acceptedRows(Contract contract) {
    List<String> flawed =
        verdicts(contract).stream()
            .filter(verdict -> verdict.rowsRejected() > 0)
            .map(verdict -> verdict.file().fileId())
            .toList();
    return checked(contract).accepted(flawed);
  }

  /** Rows set aside as lines {@code row column rule masked_value}. */
  List<String> rejected(Contract contract) {
    return rejectedRows(contract)
        .orderBy("file_name", "row_no", "column_name", "rule")
        .collectAsList()
        .stream()
        .map(
            row ->
                line(
                    row.getAs("row_no"),
                    row.getAs("column_name"),
                    row.getAs("rule"),
                    row.getAs("masked_value")))
        .toList();
  }

  /** Accepted rows as lines of the columns that are named, in the order of file and row. */
  List<String> accepted(Contract contract, String... columns) {
    return acceptedRows(contract)
        .orderBy("period", "county_code", "_file_id", "_row")
        .collectAsList()
        .stream()
        .map(row -> line(Arrays.stream(columns).map(c -> (Object) row.getAs(c)).toArray()))
        .toList();
  }

  private static String line(Object... values) {
    return Arrays.stream(values)
        .map(value -> value == null || value.equals("") ? "-" : value.toString())
        .collect(Collectors.joining(" "));
  }

  static String everything(List<Row> rows) {
    return rows.stream().map(Row::toString).collect(Collectors.joining("\n"));
  }

  private static String sha256(Path file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
