package io.junheng.intake.format;

import io.junheng.definition.Period;
import io.junheng.definition.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/**
 * Turns records of a contract into rows: types each cell, checks it, tells keys apart. Reused from
 * file to file.
 */
final class RowReader {
  private final RowPlan plan;
  private final List<Cell> cells;
  private final List<Cell> keyCells;
  private final RowSink sink;
  private final DeliveryKeys keys = new DeliveryKeys();
  private final List<Problem> problems = new ArrayList<>();
  private final Consumer<Problem> noting = problems::add;

  RowReader(RowPlan plan, StructType wanted, PseudonymKey key) {
    this.plan = plan;
    cells = plan.columns().stream().map(column -> Cell.of(column, plan.masking())).toList();
    keyCells = cells.stream().filter(cell -> cell.plan.inKey()).toList();
    sink = new RowSink(wanted, cells, key.pseudonyms());
  }

  RowPlan plan() {
    return plan;
  }

  boolean keyInFiles() {
    return plan.keyInFiles();
  }

  /**
   * What is read next belongs to this file; {@code continues} if it is a further part of the
   * delivery before.
   */
  void openFile(FilePlan file, boolean continues) {
    FileDay day =
        new FileDay(
            file.period() == 0
                ? Optional.empty()
                : Optional.of(new Period(file.period()).referenceDate()));
    cells.forEach(cell -> cell.openFile(day, file));
    keys.openFile(file.name(), continues);
    sink.openFile(file);
  }

  /** What is read next stands on this sheet of the file. */
  void onSheet(String name) {
    sink.onSheet(name);
  }

  /** The row of a record, with its problems. */
  InternalRow read(CellRecord record, HeaderMapping header, FileFindings findings) {
    long number = record.row();
    problems.clear();
    if (header.fits(record)) {
      readCells(record, header);
      checkKey(number);
    } else {
      cells.forEach(Cell::clear);
      Text message = Rule.FIELD_COUNT.message(record.fields(), header.fields());
      problems.add(new Problem(Rule.FIELD_COUNT.code(), "", Level.ROW, "", message));
    }
    if (problems.isEmpty()) {
      return sink.row(number, problems);
    }
    for (Problem problem : problems) {
      findings.add(problem, number);
    }
    return sink.row(number, withLine(record.line(), number));
  }

  private void readCells(CellRecord record, HeaderMapping header) {
    char[] chars = record.chars();
    for (int i = 0; i < cells.size(); i++) {
      int field = header.fieldOfColumn()[i];
      Cell cell = cells.get(i);
      if (field < 0) {
        cell.clear();
      } else {
        int start = record.start(field);
        cell.read(chars, start, record.end(field, start), noting);
      }
    }
  }

  private void checkKey(long number) {
    long hash = 42;
    for (Cell cell : keyCells) {
      if (cell.isBroken()) {
        return;
      }
      hash = cell.isNull() ? hash * 31 + 7 : cell.hash(hash);
    }
    Optional<Text> earlier = keys.add(hash, number);
    earlier.ifPresent(
        place ->
            problems.add(
                new Problem(
                    Rule.DUPLICATE_KEY.code(),
                    keyCells.size() == 1 ? keyCells.get(0).plan.name() : "",
                    Level.ROW,
                    "",
                    new Text(
                        Rule.DUPLICATE_KEY.message(place.zh()).zh(),
                        Rule.DUPLICATE_KEY.message(place.en()).en()))));
  }

  /** Where the text line is another than the row, the message names both. */
  private List<Problem> withLine(long line, long number) {
    if (line == number) {
      return problems;
    }
    return problems.stream().map(problem -> problem.onLine(line)).toList();
  }

  /** The row that stands for the file as a whole. */
  InternalRow fileRow(FileFindings findings, long rows) {
    cells.stream()
        .filter(cell -> rows > 0 && cell.isReferenceUnknown())
        .map(cell -> cell.plan)
        .forEach(
            column ->
                findings.addForFile(
                    Rule.REFERENCE_UNCHECKED, column.name(), column.reference().dataset()));
    cells.forEach(Cell::clear);
    return sink.fileRow(findings.entries(), rows);
  }
}
