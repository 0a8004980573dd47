package io.junheng.intake.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The columns of a contract found under the names of a header. */
final class Header {
  private static final int SHOWN = 40;
  private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{7,}[0-9Xx]*");

  private final RowPlan plan;
  private final Map<String, Integer> columnOfName;
  private final int[] fieldOfColumn;
  private final List<String> unknown = new ArrayList<>();
  private final Map<Integer, String> twice = new HashMap<>();
  private final Map<Integer, String> otherUnits = new HashMap<>();
  private int fields;

  private Header(RowPlan plan, Map<String, Integer> columnOfName) {
    this.plan = plan;
    this.columnOfName = columnOfName;
    fieldOfColumn = new int[plan.columns().size()];
    Arrays.fill(fieldOfColumn, HeaderMapping.NOT_DELIVERED);
  }

  /** The place of a column in the contract by each of its names; its own name comes first. */
  static Map<String, Integer> columnOfName(RowPlan plan) {
    Map<String, Integer> columnOfName = new HashMap<>();
    for (int i = 0; i < plan.columns().size(); i++) {
      columnOfName.putIfAbsent(HeaderName.normal(plan.columns().get(i).name()), i);
    }
    for (int i = 0; i < plan.columns().size(); i++) {
      for (String header : plan.columns().get(i).headers()) {
        columnOfName.putIfAbsent(header, i);
      }
    }
    return columnOfName;
  }

  /** Looks the columns up; {@code names} holds for each field what stands above it. */
  static Header of(List<List<String>> names, RowPlan plan, Map<String, Integer> columnOfName) {
    Header header = new Header(plan, columnOfName);
    for (int field = 0; field < names.size(); field++) {
      if (!names.get(field).isEmpty()) {
        header.fields = field + 1;
        header.take(field, names.get(field));
      }
    }
    return header;
  }

  /** A name of several rows is all of it, or else its lowest part. */
  private void take(int field, List<String> parts) {
    String whole = String.join("", parts);
    String lowest = parts.get(parts.size() - 1);
    if (!take(field, whole) && (parts.size() == 1 || !take(field, lowest))) {
      unknown.add(whole);
    }
  }

  private boolean take(int field, String name) {
    String normal = HeaderName.normal(name);
    Optional<HeaderUnit> unit = HeaderUnit.of(normal);
    Integer column = columnOfName.get(normal);
    if (column == null && unit.isPresent()) {
      column = columnOfName.get(unit.get().name());
      if (column != null && unit.get().isOtherThan(plan.columns().get(column).unit())) {
        otherUnits.put(column, unit.get().unit());
      }
    }
    if (column == null) {
      return false;
    }
    if (fieldOfColumn[column] != HeaderMapping.NOT_DELIVERED) {
      twice.put(column, cut(name));
    } else {
      fieldOfColumn[column] = field;
    }
    return true;
  }

  /** How many columns of the contract were found. */
  int columns() {
    return (int) Arrays.stream(fieldOfColumn).filter(f -> f >= 0).count();
  }

  /** Whether every required column was found, none twice, and all in the contract's units. */
  boolean fits() {
    return twice.isEmpty() && otherUnits.isEmpty() && missing(true).isEmpty();
  }

  /**
   * The mapping of a header that fits, with warnings. Else nothing: the findings say why the file
   * cannot be read.
   */
  Optional<HeaderMapping> mapping(FileFindings findings) {
    if (!fits()) {
      object(findings);
      return Optional.empty();
    }
    for (String name : unknown) {
      findings.addForFile(Rule.UNKNOWN_COLUMN, cut(name), cut(name));
    }
    for (ColumnPlan column : missing(false)) {
      findings.addForFile(Rule.MISSING_COLUMN, column.name(), shown(column));
    }
    return Optional.of(new HeaderMapping(fieldOfColumn, fields));
  }

  private void object(FileFindings findings) {
    twice.forEach(
        (column, name) ->
            findings.addForFile(Rule.DUPLICATE_HEADER, plan.columns().get(column).name(), name));
    otherUnits.forEach(
        (index, unit) -> {
          ColumnPlan column = plan.columns().get(index);
          findings.addForFile(Rule.OTHER_UNIT, column.name(), shown(column), unit, column.unit());
        });
    for (ColumnPlan column : missing(true)) {
      findings.addForFile(Rule.MISSING_HEADER, column.name(), shown(column), nearest(column));
    }
  }

  private List<ColumnPlan> missing(boolean required) {
    List<ColumnPlan> missing = new ArrayList<>();
    for (int i = 0; i < fieldOfColumn.length; i++) {
      ColumnPlan column = plan.columns().get(i);
      if (fieldOfColumn[i] == HeaderMapping.NOT_DELIVERED && column.required() == required) {
        missing.add(column);
      }
    }
    return missing;
  }

  private static String shown(ColumnPlan column) {
    return column.titleZh() + " / " + column.name();
  }

  /**
   * The header cell that comes closest, if it is close. Others are not shown: in a file without a
   * header they are the first person's data.
   */
  private String nearest(ColumnPlan column) {
    return unknown.stream()
        .filter(name -> distance(column, name) * 2 <= HeaderName.normal(name).length())
        .min(Comparator.comparingInt(name -> distance(column, name)))
        .map(name -> " (≈ '" + cut(name) + "'?)")
        .orElse("");
  }

  private static int distance(ColumnPlan column, String name) {
    String normal = HeaderName.normal(cut(name));
    return column.headers().stream()
        .mapToInt(header -> HeaderName.distance(header, normal))
        .min()
        .orElse(Integer.MAX_VALUE / 2);
  }

  /** A title that slipped into the header may hold a telephone number. */
  private static String cut(String name) {
    String masked = LONG_NUMBER.matcher(name).replaceAll("••••");
    return masked.length() <= SHOWN ? masked : masked.substring(0, SHOWN) + "…";
  }
}
