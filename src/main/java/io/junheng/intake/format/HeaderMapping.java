package io.junheng.intake.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which field of a file belongs to which column of the contract.
 *
 * @param fieldOfColumn for each column of the contract the position of its field; −1: not delivered
 * @param fields how many fields a row must have
 */
record HeaderMapping(int[] fieldOfColumn, int fields) {
  private static final int NOT_DELIVERED = -1;
  private static final int SHOWN = 40;

  /**
   * Maps a header. Where a required column is missing or one stands twice, the file cannot be read:
   * the findings say so and the result is empty.
   */
  static Optional<HeaderMapping> of(CellRecord header, RowPlan plan, FileFindings findings) {
    List<String> names = new ArrayList<>();
    for (int field = 0; field < header.fields(); field++) {
      names.add(header.text(field));
    }
    return new Header(names, plan).map(findings);
  }

  boolean isDelivered(int column) {
    return fieldOfColumn[column] != NOT_DELIVERED;
  }

  private record Header(List<String> names, RowPlan plan) {
    Optional<HeaderMapping> map(FileFindings findings) {
      Map<String, Integer> columns = columnsByHeader();
      int[] fieldOfColumn = new int[plan.columns().size()];
      Arrays.fill(fieldOfColumn, NOT_DELIVERED);
      List<String> unknown = new ArrayList<>();
      boolean fits = true;
      for (int field = 0; field < names.size(); field++) {
        Integer column = columns.get(HeaderName.normal(names.get(field)));
        if (column == null) {
          unknown.add(names.get(field));
        } else if (fieldOfColumn[column] != NOT_DELIVERED) {
          findings.addForFile(
              Rule.DUPLICATE_HEADER, plan.columns().get(column).name(), names.get(field));
          fits = false;
        } else {
          fieldOfColumn[column] = field;
        }
      }
      fits &= requireColumns(fieldOfColumn, unknown, findings);
      if (!fits) {
        return Optional.empty();
      }
      warn(fieldOfColumn, unknown, findings);
      return Optional.of(new HeaderMapping(fieldOfColumn, names.size()));
    }

    private Map<String, Integer> columnsByHeader() {
      Map<String, Integer> columns = new HashMap<>();
      for (int i = 0; i < plan.columns().size(); i++) {
        columns.putIfAbsent(HeaderName.normal(plan.columns().get(i).name()), i);
      }
      for (int i = 0; i < plan.columns().size(); i++) {
        for (String header : plan.columns().get(i).headers()) {
          columns.putIfAbsent(header, i);
        }
      }
      return columns;
    }

    private boolean requireColumns(
        int[] fieldOfColumn, List<String> unknown, FileFindings findings) {
      boolean complete = true;
      for (int i = 0; i < fieldOfColumn.length; i++) {
        ColumnPlan column = plan.columns().get(i);
        if (fieldOfColumn[i] == NOT_DELIVERED && column.required()) {
          complete = false;
          String zh = column.titleZh() + " / " + column.name();
          findings.addForFile(Rule.MISSING_HEADER, column.name(), zh, nearest(column, unknown));
        }
      }
      return complete;
    }

    /**
     * The header cell that comes closest, if it is close. Others are not shown: in a file without a
     * header they are the first person's data.
     */
    private static String nearest(ColumnPlan column, List<String> unknown) {
      return unknown.stream()
          .filter(name -> distance(column, name) * 2 <= HeaderName.normal(name).length())
          .min(Comparator.comparingInt(name -> distance(column, name)))
          .map(name -> " (≈ '" + cut(name) + "'?)")
          .orElse("");
    }

    private static int distance(ColumnPlan column, String name) {
      String normal = HeaderName.normal(name);
      return column.headers().stream()
          .mapToInt(header -> HeaderName.distance(header, normal))
          .min()
          .orElse(Integer.MAX_VALUE / 2);
    }

    private void warn(int[] fieldOfColumn, List<String> unknown, FileFindings findings) {
      for (String name : unknown) {
        if (!name.isEmpty()) {
          findings.addForFile(Rule.UNKNOWN_COLUMN, cut(name), cut(name));
        }
      }
      for (int i = 0; i < fieldOfColumn.length; i++) {
        if (fieldOfColumn[i] == NOT_DELIVERED) {
          ColumnPlan column = plan.columns().get(i);
          findings.addForFile(
              Rule.MISSING_COLUMN, column.name(), column.titleZh() + " / " + column.name());
        }
      }
    }

    private static String cut(String name) {
      return name.length() <= SHOWN ? name : name.substring(0, SHOWN) + "…";
    }
  }
}
