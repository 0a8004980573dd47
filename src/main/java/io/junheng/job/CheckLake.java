package io.junheng.job;

import static org.apache.spark.sql.functions.col;

import io.junheng.definition.Text;
import io.junheng.lake.Archive;
import io.junheng.lake.FileId;
import io.junheng.lake.StoredTable;
import io.junheng.table.Submission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/**
 * Checks that a lake is whole: the archive has every accepted file, every row of silver names an
 * accepted file, no two rows of a table share a key. What is not so is noted and fails the run.
 */
final class CheckLake {
  private static final String FILE_ID = "_file_id";
  private static final int NAMED = 5;

  private final RunUnderWay run;

  CheckLake(RunUnderWay run) {
    this.run = run;
  }

  Counted check(List<StoredTable> tables) {
    Set<String> accepted = checkArchive();
    for (StoredTable table : tables) {
      if (table.name().startsWith("silver.")) {
        checkOrigin(table, accepted);
      }
      checkKey(table);
    }
    return Counted.of(Counted.Unit.TABLES, tables.size()).and(Counted.Unit.FILES, accepted.size());
  }

  private Set<String> checkArchive() {
    Archive archive = new Archive(run.hadoop(), run.request().lake());
    Set<String> accepted = new HashSet<>();
    try {
      for (Row line : run.small().read(Submission.TABLE)) {
        String sha256 = line.getString(Submission.SHA256.ordinal());
        boolean isAccepted =
            SubmissionRegister.ACCEPTED.contains(line.getString(Submission.STATE.ordinal()));
        if (isAccepted
            && accepted.add(sha256)
            && !archive.contains(new FileId(sha256, line.getLong(Submission.BYTES.ordinal())))) {
          String name = line.getString(Submission.FILE_NAME.ordinal());
          broken(
              new Text(
                  "存档缺少原件 %s(%s)。请从备份恢复。".formatted(name, sha256),
                  "The archive has no original of %s (%s). Restore it from a backup."
                      .formatted(name, sha256)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return accepted;
  }

  private void checkOrigin(StoredTable table, Set<String> accepted) {
    List<String> strangers =
        run.lake().read(table).select(col(FILE_ID)).distinct().collectAsList().stream()
            .map(row -> row.getString(0))
            .filter(id -> !accepted.contains(id))
            .limit(NAMED)
            .toList();
    if (!strangers.isEmpty()) {
      broken(
          new Text(
              "表 %s 含有未登记为已接收的文件的行:%s。请运行 ingest。".formatted(table.name(), strangers),
              "%s has rows of files that are not registered as accepted: %s. Run ingest."
                  .formatted(table.name(), strangers)));
    }
  }

  private void checkKey(StoredTable table) {
    Column[] key = table.key().stream().map(name -> col(name)).toArray(Column[]::new);
    List<Row> twice =
        run.lake()
            .read(table)
            .groupBy(key)
            .count()
            .where(col("count").gt(1))
            .limit(1)
            .collectAsList();
    if (!twice.isEmpty()) {
      broken(
          new Text(
              "表 %s 有主键重复的行。请用 backfill 重做该周期。".formatted(table.name()),
              "%s has rows that share a key. Do its periods again with backfill."
                  .formatted(table.name())));
    }
  }

  private void broken(Text what) {
    run.note(Outcome.STORAGE, what);
  }
}
