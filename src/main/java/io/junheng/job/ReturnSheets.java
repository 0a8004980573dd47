package io.junheng.job;

import io.junheng.definition.Text;
import io.junheng.intake.check.FileVerdict;
import io.junheng.intake.reply.BadCell;
import io.junheng.intake.reply.ReturnSheet;
import io.junheng.lake.Archive;
import io.junheng.table.RejectedRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;

/** Writes the workbooks that go back to the senders of refused and flawed files. */
record ReturnSheets(RunUnderWay run) {
  /** Files whose rows set aside are in memory together. */
  private static final int AT_ONCE = 8;

  private static final System.Logger LOG = System.getLogger(ReturnSheets.class.getName());

  /**
   * Writes one workbook for each such file; tells where they lie.
   *
   * @param rejected rows of {@code ops.rejected_row} of these files at least, those of a file one
   *     after the other
   * @param solved rules that a delivery no longer breaks, by {@link DeliveryFindings#place}
   * @return the files whose workbook could not be written
   */
  List<FileVerdict> write(
      List<FileVerdict> verdicts, Iterator<Row> rejected, Map<String, SortedSet<String>> solved) {
    Map<String, List<FileVerdict>> open = new TreeMap<>();
    verdicts.stream()
        .filter(ReturnSheets::isFlawed)
        .forEach(
            verdict ->
                open.computeIfAbsent(fileOf(verdict), any -> new ArrayList<>()).add(verdict));
    long flawed = verdicts.stream().filter(ReturnSheets::isFlawed).count();
    List<FileVerdict> unwritten = new ArrayList<>();
    Map<String, List<Row>> waiting = new LinkedHashMap<>();
    while (rejected.hasNext()) {
      Row row = rejected.next();
      if (waiting.size() == AT_ONCE && !waiting.containsKey(fileOf(row))) {
        unwritten.addAll(write(open, waiting, solved));
        waiting.clear();
      }
      waiting.computeIfAbsent(fileOf(row), any -> new ArrayList<>()).add(row);
    }
    // Files that were refused as a whole have no rows among these.
    open.keySet().forEach(file -> waiting.putIfAbsent(file, List.of()));
    unwritten.addAll(write(open, waiting, solved));
    tell(flawed - unwritten.size());
    return unwritten;
  }

  /** Writes those of some files; each is taken out of what is open. */
  private List<FileVerdict> write(
      Map<String, List<FileVerdict>> open,
      Map<String, List<Row>> rejected,
      Map<String, SortedSet<String>> solved) {
    List<FileVerdict> unwritten = Collections.synchronizedList(new ArrayList<>());
    List<Runnable> writes = new ArrayList<>();
    rejected.forEach(
        (file, rows) -> {
          List<FileVerdict> verdicts = open.remove(file);
          writes.add(() -> unwritten.addAll(write(verdicts, rows, solved)));
        });
    Abreast.run(writes);
    return unwritten;
  }

  static boolean isFlawed(FileVerdict verdict) {
    return (verdict.isRefused() || verdict.rowsRejected() > 0) && !verdict.areas().isEmpty();
  }

  /** Dataset and file as the id of a submission ends with it. */
  private static String fileOf(FileVerdict verdict) {
    String id = verdict.submissionId(verdict.areas().get(0));
    return verdict.file().delivered().dataset() + id.substring(id.lastIndexOf('-'));
  }

  /** Names the file of a row set aside. */
  static String fileOf(Row row) {
    String id = row.getAs(RejectedRow.SUBMISSION_ID.columnName());
    return row.getAs(RejectedRow.DATASET.columnName()) + id.substring(id.lastIndexOf('-'));
  }

  /** The same bytes may have been delivered in two places. */
  private List<FileVerdict> write(
      List<FileVerdict> ofFile, List<Row> rows, Map<String, SortedSet<String>> solved) {
    List<FileVerdict> unwritten = new ArrayList<>();
    for (FileVerdict verdict : Optional.ofNullable(ofFile).orElse(List.of())) {
      Set<String> ids =
          verdict.areas().stream().map(verdict::submissionId).collect(Collectors.toSet());
      List<BadCell> bad =
          rows.stream()
              .filter(
                  row -> ids.contains(row.<String>getAs(RejectedRow.SUBMISSION_ID.columnName())))
              .map(ReturnSheets::badCell)
              .toList();
      if (!isWritten(verdict, bad, rules(verdict, solved))) {
        unwritten.add(verdict);
      }
    }
    return unwritten;
  }

  /** Whatever goes wrong with a workbook: the delivery stands without it. */
  private boolean isWritten(FileVerdict verdict, List<BadCell> bad, Collection<String> rules) {
    ReturnSheet sheet = new ReturnSheet(run.request().catalogue(), run.hadoop());
    try {
      archive().writeReturn(name(verdict), out -> sheet.write(verdict, bad, rules, out));
      return true;
    } catch (IOException | RuntimeException e) {
      // The kind alone: its message may hold what the sender sent.
      LOG.log(
          System.Logger.Level.WARNING,
          "no return sheet {0}: {1}",
          name(verdict),
          e.getClass().getName());
      return false;
    }
  }

  private Archive archive() {
    return new Archive(run.hadoop(), run.request().lake());
  }

  private void tell(long written) {
    if (written > 0) {
      Path folder = archive().returns();
      run.watcher()
          .say(
              new Text(
                  "  退回单 %d 份:%s".formatted(written, folder),
                  "  %d return sheets: %s".formatted(written, folder)));
    }
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
        row.<Long>getAs(RejectedRow.ROW_NO.columnName()),
        row.getAs(RejectedRow.COLUMN_NAME.columnName()),
        new Text(
            row.getAs(RejectedRow.MESSAGE_ZH.columnName()),
            row.getAs(RejectedRow.MESSAGE_EN.columnName())));
  }
}
