package io.junheng.job;

import io.junheng.definition.Text;
import io.junheng.intake.check.FileVerdict;
import io.junheng.intake.reply.BadCell;
import io.junheng.intake.reply.ReturnSheet;
import io.junheng.lake.Archive;
import io.junheng.table.RejectedRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;

/** Writes the workbooks that go back to the senders of refused and flawed files. */
record ReturnSheets(RunUnderWay run) {
  /**
   * Writes one workbook for each such file; tells where they lie.
   *
   * @param rejected rows of {@code ops.rejected_row}, of these files at least
   * @param solved rules that a delivery no longer breaks, by {@link DeliveryFindings#place}
   */
  long write(
      List<FileVerdict> verdicts, List<Row> rejected, Map<String, SortedSet<String>> solved) {
    List<FileVerdict> flawed =
        verdicts.stream()
            .filter(verdict -> verdict.isRefused() || verdict.rowsRejected() > 0)
            .filter(verdict -> !verdict.areas().isEmpty())
            .toList();
    if (flawed.isEmpty()) {
      return 0;
    }
    Map<String, List<Row>> bySubmission =
        rejected.stream()
            .collect(
                Collectors.groupingBy(row -> row.getString(RejectedRow.SUBMISSION_ID.ordinal())));
    Archive archive = new Archive(run.hadoop(), run.request().lake());
    ReturnSheet sheet = new ReturnSheet(run.request().catalogue(), run.hadoop());
    for (FileVerdict verdict : flawed) {
      List<BadCell> bad =
          verdict.areas().stream()
              .map(verdict::submissionId)
              .flatMap(id -> bySubmission.getOrDefault(id, List.of()).stream())
              .map(ReturnSheets::badCell)
              .toList();
      try {
        archive.writeReturn(
            name(verdict), out -> sheet.write(verdict, bad, rules(verdict, solved), out));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write the return sheet " + name(verdict), e);
      }
    }
    Path folder = archive.returns();
    run.watcher()
        .say(
            new Text(
                "  退回单 %d 份:%s".formatted(flawed.size(), folder),
                "  %d return sheets: %s".formatted(flawed.size(), folder)));
    return flawed.size();
  }

  /** {@code 202310/330102/student-3fa9c2d1e0b4.xlsx}, under the first place the file speaks of. */
  private static String name(FileVerdict verdict) {
    FileVerdict.AreaRows first = verdict.areas().get(0);
    return "%s/%s/%s-%.12s.xlsx"
        .formatted(
            first.period(),
            first.area(),
            verdict.file().delivered().dataset(),
            verdict.file().fileId());
  }

  private static Collection<String> rules(
      FileVerdict verdict, Map<String, SortedSet<String>> solved) {
    return verdict.areas().stream()
        .map(
            area ->
                DeliveryFindings.place(
                    verdict.file().delivered().dataset(), area.period(), area.area()))
        .flatMap(place -> solved.getOrDefault(place, new TreeSet<>()).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static BadCell badCell(Row row) {
    return new BadCell(
        row.getLong(RejectedRow.ROW_NO.ordinal()),
        row.getString(RejectedRow.COLUMN_NAME.ordinal()),
        new Text(
            row.getString(RejectedRow.MESSAGE_ZH.ordinal()),
            row.getString(RejectedRow.MESSAGE_EN.ordinal())));
  }
}
