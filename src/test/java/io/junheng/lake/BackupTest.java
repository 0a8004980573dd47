package io.junheng.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
  @TempDir private Path folder;
  private Path lake;
  private Backup backup;

  @BeforeEach
  void makeLake() throws IOException {
    lake = folder.resolve("数据湖");
    backup = new Backup(new Configuration(), folder.resolve("backups of it").toString());
    write("gold/league_table/_delta_log/00000000000000000000.json", "{}");
    write("gold/league_table/period=202310/part-0.parquet", "rows");
    write("silver/school/period=202310/part-1.parquet", "rows");
    write("leases/lake.json", "held");
    write("_logs/junheng.log", "talk");
  }

  @Test
  void aBackupIsRestoredIntoAnEmptyPlace() throws IOException {
    backup.create(lake.toString(), "monday");

    Backup.Report restored = backup.restore("monday", folder.resolve("new").toString());

    assertThat(restored.damaged()).isEmpty();
    assertThat(files(folder.resolve("new")))
        .containsOnlyKeys(
            "gold/league_table/_delta_log/00000000000000000000.json",
            "gold/league_table/period=202310/part-0.parquet",
            "silver/school/period=202310/part-1.parquet")
        .allSatisfy((place, text) -> assertThat(lake.resolve(place)).hasContent(text));
    assertThat(backup.isEmpty(folder.resolve("new").toString())).isFalse();
    assertThat(backup.isEmpty(folder.resolve("nowhere").toString())).isTrue();
  }

  @Test
  void aFurtherBackupCostsWhatHasChangedAndTheFirstStaysAsItWas() throws IOException {
    backup.create(lake.toString(), "1");
    long before = stored();
    write("gold/league_table/_delta_log/00000000000000000000.json", "{ }");

    backup.create(lake.toString(), "2");

    assertThat(stored() - before).isEqualTo(2);
    assertThat(backup.names()).containsExactly("1", "2");
    backup.restore("1", folder.resolve("new").toString());
    assertThat(folder.resolve("new/gold/league_table/_delta_log/00000000000000000000.json"))
        .hasContent("{}");
  }

  @Test
  void aDamagedOrMissingFileIsToldAndNotRestored() throws IOException {
    backup.create(lake.toString(), "monday");
    FileId rows =
        new Archive(new Configuration(), folder.resolve("source").toString())
            .store(
                new org.apache.hadoop.fs.Path(
                    lake.resolve("silver/school/period=202310/part-1.parquet").toUri()));
    Path kept =
        folder
            .resolve("backups of it/archive")
            .resolve(rows.sha256().substring(0, 2))
            .resolve(rows.sha256().substring(2));
    Files.writeString(kept, "rowz");

    assertThat(backup.verify("monday").damaged())
        .containsExactly(
            "gold/league_table/period=202310/part-0.parquet",
            "silver/school/period=202310/part-1.parquet");
    Files.delete(kept);
    assertThat(backup.restore("monday", folder.resolve("new").toString()).damaged()).hasSize(2);
  }

  private long stored() throws IOException {
    return files(folder.resolve("backups of it")).size();
  }

  private void write(String place, String text) throws IOException {
    Files.createDirectories(lake.resolve(place).getParent());
    Files.writeString(lake.resolve(place), text);
  }

  private static SortedMap<String, String> files(Path root) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    try (Stream<Path> found = Files.walk(root)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        if (!file.getFileName().toString().endsWith(".crc")) {
          texts.put(root.relativize(file).toString(), Files.readString(file));
        }
      }
    }
    return texts;
  }
}
