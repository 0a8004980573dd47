package io.junheng.explain;

import io.junheng.table.DeliveredRow;
import io.junheng.table.Table;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Counts a measure again, row by row, and remembers the first rows that it is counted from. Rows
 * may come in any order.
 */
final class RowTally {
  /** The column in which rows state their stage. */
  static final String STAGE = "stage";

  private static final int MOST = 20;
  private static final Comparator<DeliveredRow> BY_PLACE =
      Comparator.comparing(DeliveredRow::file).thenComparingLong(DeliveredRow::row);

  private final String stage;
  private final Set<String> members;
  private final Count ofStage;
  private final Count ofAll;
  private boolean isStaged;

  /**
   * Nothing counted yet.
   *
   * @param formula empty: it cannot be followed row by row
   * @param stage at which the measure is counted, if the rows state any
   * @param members stages that it stands for
   */
  RowTally(Optional<RowFormula> formula, String stage, Set<String> members) {
    this.stage = stage;
    this.members = members;
    this.ofStage = new Count(formula);
    this.ofAll = new Count(formula);
  }

  void add(DeliveredRow row) {
    Object own = row.values().get(STAGE);
    isStaged = isStaged || own != null;
    if (stage.equals(Table.TOTAL) || (own != null && members.contains(own))) {
      ofStage.add(row);
    }
    if (!isStaged) {
      ofAll.add(row);
    }
  }

  /** The stage at which it was counted: the total where no row states one. */
  String stage() {
    return isStaged ? stage : Table.TOTAL;
  }

  /** Whether there was any row. */
  boolean isEmpty() {
    return !isStaged && ofAll.all.count == 0;
  }

  /** All rows of the stage. */
  Rows all() {
    return count().all;
  }

  /** The rows that the formula takes, if they add up to the figure. */
  Optional<Rows> taken(Optional<BigDecimal> figure) {
    return figure.flatMap(count()::taken);
  }

  private Count count() {
    return isStaged ? ofStage : ofAll;
  }

  /** How many rows, and the first of them in the order of files and numbers. */
  static final class Rows {
    private final TreeSet<DeliveredRow> first = new TreeSet<>(BY_PLACE);
    private int count;

    private void add(DeliveredRow row) {
      count++;
      if (first.size() < MOST || BY_PLACE.compare(row, first.last()) < 0) {
        first.add(row);
        if (first.size() > MOST) {
          first.pollLast();
        }
      }
    }

    int count() {
      return count;
    }

    List<DeliveredRow> first() {
      return List.copyOf(first);
    }
  }

  private static final class Count {
    private final Rows all = new Rows();
    private final Rows taken = new Rows();
    private Optional<RowFormula> formula;
    private BigDecimal sum = BigDecimal.ZERO;

    Count(Optional<RowFormula> formula) {
      this.formula = formula;
    }

    void add(DeliveredRow row) {
      all.add(row);
      formula.ifPresent(known -> take(known, row));
    }

    private void take(RowFormula known, DeliveredRow row) {
      try {
        Optional<BigDecimal> part = known.adds(row.values());
        if (part.isPresent()) {
          taken.add(row);
          sum = sum.add(part.get());
        }
      } catch (RowTermReader.NotUnderstood | ClassCastException e) {
        formula = Optional.empty();
      }
    }

    Optional<Rows> taken(BigDecimal figure) {
      return formula.isPresent() && figure.compareTo(sum) == 0
          ? Optional.of(taken)
          : Optional.empty();
    }
  }
}
