package io.junheng.intake.format;

import io.junheng.definition.Column.ColumnType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Reads files of schools without a session. */
final class Reading {
  /** A header as the contract below asks for it. */
  static final String HEADER = "区县代码,学校代码,学校名称,面积,在校生数,建成日期,是否寄宿制";

  /** Two faultless rows. */
  static final List<String> ROWS =
      List.of("990101,3301000001,甲小学,12.5,300,2001-09-01,是", "990101,3301000002,乙小学,8,0,,否");

  private static final StructType WANTED =
      new StructType()
          .add("school_code", DataTypes.StringType)
          .add("school_name", DataTypes.StringType)
          .add("area_m2", DataTypes.createDecimalType(NumberCell.PRECISION, 2))
          .add("pupils", DataTypes.LongType)
          .add("built", DataTypes.DateType)
          .add("is_boarding", DataTypes.BooleanType)
          .add(RawColumns.FILE_NO, DataTypes.IntegerType)
          .add(RawColumns.SHEET, DataTypes.StringType)
          .add(RawColumns.ROW, DataTypes.LongType)
          .add(RawColumns.PROBLEMS, RawColumns.PROBLEM_LIST)
          .add(RawColumns.FINDINGS, RawColumns.FINDING_LIST);

  private final Path folder;
  private final String sheet;

  Reading(Path folder) {
    this(folder, "");
  }

  /** Reads the sheet of that name. */
  Reading(Path folder, String sheet) {
    this.folder = folder;
    this.sheet = sheet;
  }

  /**
   * What came out of a file.
   *
   * @param rows the rows without a problem: {@code row school_code area pupils days}
   * @param levels the gravest level of each rule
   * @param messages what people are told, in English
   */
  record Result(List<String> rows, Map<String, Level> levels, List<String> messages, String sheet) {
    List<String> rules(Level level) {
      return levels.entrySet().stream()
          .filter(entry -> entry.getValue() == level)
          .map(Map.Entry::getKey)
          .toList();
    }
  }

  static ColumnPlan column(String name, String header, ColumnType type, String unit) {
    return new ColumnPlan(
        name,
        header,
        name,
        List.of(HeaderName.normal(header), name),
        type,
        type == ColumnType.DECIMAL ? 2 : 0,
        name.endsWith("_code"),
        type == ColumnType.TEXT || type == ColumnType.DATE ? null : BigDecimal.ZERO,
        null,
        name.equals("school_code") ? "\\d{10}" : null,
        unit,
        null,
        false,
        false,
        false,
        name.equals("school_code"));
  }

  RowPlan plan() {
    try {
      Path key = folder.resolve("pseudonym.key");
      PseudonymKey.loadOrCreate(key);
      return new RowPlan(
          "school",
          "学校",
          "Schools",
          sheet,
          List.of(
              column("county_code", "区县代码", ColumnType.TEXT, ""),
              column("school_code", "学校代码", ColumnType.TEXT, ""),
              column("school_name", "学校名称", ColumnType.TEXT, ""),
              column("area_m2", "面积", ColumnType.DECIMAL, "m²"),
              column("pupils", "在校生数", ColumnType.INTEGER, "person"),
              column("built", "建成日期", ColumnType.DATE, ""),
              column("is_boarding", "是否寄宿制", ColumnType.BOOLEAN, "")),
          new Masking(false),
          false,
          new KeyLocation(key.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads one file. */
  Result read(byte[] bytes) {
    return read(List.of(bytes)).get(0);
  }

  /** Reads files one after the other in one task, each of its own county. */
  List<Result> read(List<byte[]> files) {
    try {
      List<FilePlan> plans = new ArrayList<>();
      for (int i = 0; i < files.size(); i++) {
        Path file = Files.write(folder.resolve("delivered-" + i), files.get(i));
        String county = String.valueOf(990101 + i);
        plans.add(
            new FilePlan(
                i,
                file.toUri().toString(),
                "id" + i,
                "n" + i,
                202310,
                county,
                files.get(i).length,
                DeliveredFormat.TEXT));
      }
      return results(plans);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many rows of a file have no problem; none of them is kept. */
  long count(Path file) throws IOException {
    FilePlan plan =
        new FilePlan(
            0, file.toUri().toString(), "id", "n", 202310, "990101", 0, DeliveredFormat.WORKBOOK);
    long good = 0;
    try (GroupRows rows = new GroupRows(List.of(plan), plan(), WANTED, new Configuration())) {
      while (rows.next()) {
        good += rows.get().isNullAt(9) && rows.get().isNullAt(10) ? 1 : 0;
      }
    }
    return good;
  }

  private List<Result> results(List<FilePlan> plans) throws IOException {
    List<Result> results = new ArrayList<>();
    try (GroupRows rows = new GroupRows(plans, plan(), WANTED, new Configuration())) {
      List<String> good = new ArrayList<>();
      String onSheet = "";
      while (rows.next()) {
        InternalRow row = rows.get();
        onSheet = row.isNullAt(7) ? onSheet : row.getString(7);
        if (!row.isNullAt(10)) {
          results.add(result(good, row.getArray(10), onSheet));
          good = new ArrayList<>();
          onSheet = "";
        } else if (row.isNullAt(9)) {
          good.add(line(row));
        }
      }
    }
    return results;
  }

  private static Result result(List<String> good, ArrayData findings, String onSheet) {
    Map<String, Level> levels = new TreeMap<>();
    List<String> messages = new ArrayList<>();
    for (int i = 0; i < findings.numElements(); i++) {
      InternalRow finding = findings.getStruct(i, 8);
      levels.merge(
          finding.getString(0),
          Level.of(finding.getString(2)),
          (one, other) -> one.compareTo(other) > 0 ? one : other);
      messages.add(finding.getString(7));
    }
    return new Result(List.copyOf(good), levels, messages, onSheet);
  }

  private static String line(InternalRow row) {
    return List.of(
            row.getLong(8),
            row.getString(0),
            row.isNullAt(2) ? "-" : row.getDecimal(2, NumberCell.PRECISION, 2),
            row.isNullAt(3) ? "-" : row.getLong(3),
            row.isNullAt(4) ? "-" : java.time.LocalDate.ofEpochDay(row.getInt(4)))
        .stream()
        .map(Object::toString)
        .collect(Collectors.joining(" "));
  }
}
