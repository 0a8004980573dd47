package io.junheng.intake.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.catalyst.expressions.codegen.UnsafeRowWriter;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** Writes the columns that a query asks for into Spark's row format, straight from the cells. */
final class RowSink {
  /** Writes one column of the row at hand. */
  private interface Output {
    void write(int ordinal);
  }

  private final UnsafeRowWriter writer;
  private final Output[] outputs;
  private final byte[] pseudonym = new byte[Pseudonyms.LENGTH];
  private final ListProjection problemList = new ListProjection(RawColumns.PROBLEM_LIST);
  private final ListProjection findingList = new ListProjection(RawColumns.FINDING_LIST);

  private byte[] fileId = new byte[0];
  private byte[] fileName = new byte[0];
  private int fileNumber;
  private byte[] area = new byte[0];
  private int period;
  private byte[] sheet = new byte[0];
  private long row;
  private List<Problem> problems = List.of();
  private List<FileFindings.Entry> findings = List.of();
  private long checked;

  RowSink(StructType wanted, List<Cell> cells, Pseudonyms pseudonyms) {
    writer = new UnsafeRowWriter(wanted.size(), 512);
    Map<String, Cell> byName =
        cells.stream().collect(Collectors.toMap(cell -> cell.plan.name(), Function.identity()));
    outputs =
        Arrays.stream(wanted.fieldNames())
            .map(name -> output(name, byName, pseudonyms))
            .toArray(Output[]::new);
  }

  private Output output(String name, Map<String, Cell> cells, Pseudonyms pseudonyms) {
    return switch (name) {
      case RawColumns.FILE_ID -> ordinal -> writer.write(ordinal, fileId);
      case RawColumns.FILE_NAME -> ordinal -> writer.write(ordinal, fileName);
      case RawColumns.FILE_NO -> ordinal -> writer.write(ordinal, fileNumber);
      case RawColumns.SHEET -> this::writeSheet;
      case RawColumns.ROW -> ordinal -> writer.write(ordinal, row);
      case RawColumns.FOLDER_PERIOD -> this::writePeriod;
      case RawColumns.FOLDER_AREA -> this::writeArea;
      case RawColumns.PROBLEMS -> this::writeProblems;
      case RawColumns.FINDINGS -> this::writeFindings;
      default ->
          RawColumns.hashedColumn(name)
              .map(hashed -> hash(cells.get(hashed), pseudonyms))
              .orElseGet(() -> value(cells.get(name)));
    };
  }

  private Output value(Cell cell) {
    return ordinal -> {
      if (cell.isNull()) {
        writer.setNullAt(ordinal);
      } else {
        cell.write(writer, ordinal);
      }
    };
  }

  private Output hash(Cell cell, Pseudonyms pseudonyms) {
    return ordinal -> {
      if (cell.isFilled()) {
        pseudonyms.write(cell.text.bytes, cell.text.length, pseudonym);
        writer.write(ordinal, pseudonym);
      } else {
        writer.setNullAt(ordinal);
      }
    };
  }

  private void writeSheet(int ordinal) {
    if (sheet.length == 0) {
      writer.setNullAt(ordinal);
    } else {
      writer.write(ordinal, sheet);
    }
  }

  private void writePeriod(int ordinal) {
    if (period == 0) {
      writer.setNullAt(ordinal);
    } else {
      writer.write(ordinal, period);
    }
  }

  private void writeArea(int ordinal) {
    if (area.length == 0) {
      writer.setNullAt(ordinal);
    } else {
      writer.write(ordinal, area);
    }
  }

  private void writeProblems(int ordinal) {
    if (problems.isEmpty()) {
      writer.setNullAt(ordinal);
    } else {
      write(ordinal, problemList, problems.stream().map(RowSink::rowOf).toArray());
    }
  }

  private void writeFindings(int ordinal) {
    if (row > 0) {
      writer.setNullAt(ordinal);
    } else {
      write(ordinal, findingList, findings.stream().map(this::rowOf).toArray());
    }
  }

  private void write(int ordinal, ListProjection projection, Object[] rows) {
    int before = writer.cursor();
    writer.write(projection.apply(rows).getArray(0));
    writer.setOffsetAndSizeFromPreviousCursor(ordinal, before);
  }

  private static InternalRow rowOf(Problem problem) {
    return new GenericInternalRow(
        new Object[] {
          utf8(problem.rule()),
          utf8OrNull(problem.column()),
          utf8(problem.level().code()),
          utf8OrNull(problem.shown()),
          utf8(problem.message().zh()),
          utf8(problem.message().en())
        });
  }

  private InternalRow rowOf(FileFindings.Entry entry) {
    List<Object> examples = new ArrayList<>();
    entry.examples.forEach(example -> examples.add(utf8(example)));
    return new GenericInternalRow(
        new Object[] {
          utf8(entry.rule),
          utf8OrNull(entry.column),
          utf8(entry.level.code()),
          checked,
          entry.failed,
          new GenericArrayData(examples.toArray()),
          utf8(entry.message.zh()),
          utf8(entry.message.en())
        });
  }

  private static UTF8String utf8(String text) {
    return UTF8String.fromString(text);
  }

  private static Object utf8OrNull(String text) {
    return text.isEmpty() ? null : utf8(text);
  }

  /** What follows belongs to this file. */
  void openFile(FilePlan file) {
    fileId = file.fileId().getBytes(StandardCharsets.UTF_8);
    fileName = file.name().getBytes(StandardCharsets.UTF_8);
    fileNumber = file.number();
    area = file.county().getBytes(StandardCharsets.UTF_8);
    period = file.period();
    sheet = new byte[0];
  }

  /** What follows stands on this sheet. */
  void onSheet(String name) {
    sheet = name.getBytes(StandardCharsets.UTF_8);
  }

  /** The row of the cells as they are now. */
  InternalRow row(long number, List<Problem> found) {
    row = number;
    problems = found;
    return write();
  }

  /** The row that stands for the file as a whole. */
  InternalRow fileRow(List<FileFindings.Entry> found, long rowsChecked) {
    row = 0;
    problems = List.of();
    findings = found;
    checked = rowsChecked;
    return write();
  }

  private InternalRow write() {
    writer.reset();
    writer.zeroOutNullBytes();
    for (int i = 0; i < outputs.length; i++) {
      outputs[i].write(i);
    }
    return writer.getRow();
  }

  /** Brings a list of structs into Spark's binary form; made when the first row needs it. */
  private static final class ListProjection {
    private final DataType type;
    private UnsafeProjection projection;

    ListProjection(DataType type) {
      this.type = type;
    }

    UnsafeRow apply(Object[] rows) {
      if (projection == null) {
        projection = UnsafeProjection.create(new DataType[] {type});
      }
      return projection.apply(new GenericInternalRow(new Object[] {new GenericArrayData(rows)}));
    }
  }
}
