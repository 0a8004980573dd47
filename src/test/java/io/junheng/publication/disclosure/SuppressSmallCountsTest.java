package io.junheng.publication.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.publication.disclosure.Figure.Access;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must be hidden beside small counts so that totals do not give them away. */
class SuppressSmallCountsTest {
  private static final int LEAST = 10;

  /** Figures as {@code name=value}; below 10 and above 0 they are small. */
  private static Map<String, Figure> figures(String... lines) {
    Map<String, Figure> figures = new TreeMap<>();
    for (String line : lines) {
      String[] parts = line.split("=");
      figures.put(parts[0], figure(Integer.parseInt(parts[1]), Access.SHOWN));
    }
    return figures;
  }

  private static Figure figure(int value, Access access) {
    return new Figure(BigDecimal.valueOf(value), value > 0 && value < LEAST, access);
  }

  private static Set<String> hidden(Map<String, Figure> figures, List<Total<String>> totals) {
    return new SuppressSmallCounts<>(BigDecimal.valueOf(LEAST), figures, totals).hidden();
  }

  @Test
  void nothingIsHiddenWhereNothingIsSmall() {
    Map<String, Figure> figures = figures("all=70", "a=40", "b=30");
    assertThat(hidden(figures, List.of(new Total<>("all", List.of("a", "b"))))).isEmpty();
  }

  @Test
  void theNextSmallestPartGoesWithASingleSmallOne() {
    Map<String, Figure> figures = figures("all=93", "a=3", "b=50", "c=40", "d=0");
    assertThat(hidden(figures, List.of(new Total<>("all", List.of("a", "b", "c", "d")))))
        .containsExactlyInAnyOrder("a", "c");
  }

  @Test
  void twoSmallOnesThatAreTogetherStillSmallTakeAThirdWithThem() {
    Map<String, Figure> figures = figures("all=42", "a=1", "b=1", "c=40");
    assertThat(hidden(figures, List.of(new Total<>("all", List.of("a", "b", "c")))))
        .containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void whatTheAudienceKnowsItselfDoesNotProtect() {
    Map<String, Figure> figures = figures("all=93", "a=3", "b=50", "c=40");
    figures.put("c", figure(40, Access.KNOWN));
    assertThat(hidden(figures, List.of(new Total<>("all", List.of("a", "b", "c")))))
        .containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void anUnpublishedSmallRestHidesTheTotalOrAPart() {
    Map<String, Figure> figures = figures("all=93", "a=50", "b=40");
    figures.put("rest", figure(3, Access.ABSENT));
    assertThat(hidden(figures, List.of(new Total<>("all", List.of("a", "b", "rest")))))
        .containsExactly("b");
  }

  /** Each row and column holds two hidden figures, and yet the bridge between them would follow. */
  @Test
  void aFigureThatFollowsFromSeveralTotalsTogetherIsProtectedToo() {
    int[][] cells = {{6, 7, 20, 20}, {8, 9, 3, 20}, {20, 20, 5, 6}, {20, 20, 7, 8}};
    Map<String, Figure> figures = new TreeMap<>();
    List<Total<String>> totals = table(figures, cells);
    Set<String> small =
        figures.entrySet().stream()
            .filter(entry -> entry.getValue().isSmall())
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    assertThat(Solved.from(totals, small)).containsExactly("1.2");

    Set<String> hidden = hidden(figures, totals);

    assertThat(hidden).containsAll(small);
    assertThat(Solved.from(totals, hidden)).doesNotContainAnyElementsOf(small);
  }

  /** Rows, columns and their totals under the index after the last. */
  private static List<Total<String>> table(Map<String, Figure> figures, int[][] cells) {
    int rows = cells.length;
    int columns = cells[0].length;
    int[][] all = new int[rows + 1][columns + 1];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        all[i][j] += cells[i][j];
        all[rows][j] += cells[i][j];
        all[i][columns] += cells[i][j];
        all[rows][columns] += cells[i][j];
      }
    }
    List<Total<String>> totals = new ArrayList<>();
    for (int i = 0; i <= rows; i++) {
      for (int j = 0; j <= columns; j++) {
        figures.put(i + "." + j, figure(all[i][j], Access.SHOWN));
      }
    }
    for (int i = 0; i <= rows; i++) {
      int row = i;
      totals.add(
          new Total<>(
              row + "." + columns,
              IntStream.range(0, columns).mapToObj(j -> row + "." + j).toList()));
    }
    for (int j = 0; j <= columns; j++) {
      int column = j;
      totals.add(
          new Total<>(
              rows + "." + column,
              IntStream.range(0, rows).mapToObj(i -> i + "." + column).toList()));
    }
    return totals;
  }

  static IntStream seeds() {
    return IntStream.range(0, 200);
  }

  /** The attacker knows every published figure, every total, and that nothing is below 0. */
  @ParameterizedTest
  @MethodSource("seeds")
  void anAttackerWithAllTotalsFindsASecondPossibleValueOfEverySmallFigure(int seed) {
    Random random = new Random(seed);
    int[][] cells = new int[2 + random.nextInt(3)][2 + random.nextInt(2)];
    for (int[] row : cells) {
      for (int j = 0; j < row.length; j++) {
        row[j] = random.nextInt(3) == 0 ? random.nextInt(LEAST) : LEAST + random.nextInt(15);
      }
    }
    Map<String, Figure> figures = new HashMap<>();
    List<Total<String>> totals = table(figures, cells);
    Set<String> hidden = hidden(figures, totals);
    figures.forEach(
        (key, figure) -> {
          if (figure.isSmall()) {
            assertThat(hidden).contains(key);
            assertThat(new Attacker(figures, totals, hidden).isSure(key)).as(key).isFalse();
          }
        });
  }

  /** Looks for whole numbers that fit all totals and differ from the truth in one figure. */
  private record Attacker(
      Map<String, Figure> figures, List<Total<String>> totals, Set<String> hidden) {

    boolean isSure(String key) {
      int truth = figures.get(key).value().intValue();
      for (int guess = 0; guess <= truth + LEAST; guess++) {
        Map<String, Integer> guessed = new HashMap<>();
        guessed.put(key, guess);
        if (guess != truth && fits(guessed)) {
          return false;
        }
      }
      return true;
    }

    private boolean fits(Map<String, Integer> guessed) {
      Map<String, Integer> known = new HashMap<>(guessed);
      boolean isChanged = true;
      while (isChanged) {
        isChanged = false;
        for (Total<String> total : totals) {
          List<String> open = total.figures().filter(key -> isOpen(key, known)).toList();
          int missing = missing(total, known);
          if (open.isEmpty() && missing != 0) {
            return false;
          }
          if (open.size() == 1) {
            int value = open.get(0).equals(total.whole()) ? -missing : missing;
            if (value < 0) {
              return false;
            }
            known.put(open.get(0), value);
            isChanged = true;
          }
        }
      }
      return tryNext(known);
    }

    private boolean tryNext(Map<String, Integer> known) {
      String next =
          hidden.stream().filter(key -> !known.containsKey(key)).sorted().findFirst().orElse(null);
      if (next == null) {
        return true;
      }
      int truth = figures.get(next).value().intValue();
      for (int step = 0; step <= 2 * LEAST; step++) {
        int value = truth + (step % 2 == 0 ? step / 2 : -(step + 1) / 2);
        if (value >= 0) {
          Map<String, Integer> guessed = new HashMap<>(known);
          guessed.put(next, value);
          if (fits(guessed)) {
            return true;
          }
        }
      }
      return false;
    }

    private boolean isOpen(String key, Map<String, Integer> known) {
      return hidden.contains(key) && !known.containsKey(key);
    }

    /** What the open parts must sum to; below 0 for an open whole. */
    private int missing(Total<String> total, Map<String, Integer> known) {
      int missing = isOpen(total.whole(), known) ? 0 : value(total.whole(), known);
      for (String part : total.parts()) {
        missing -= isOpen(part, known) ? 0 : value(part, known);
      }
      return missing;
    }

    private int value(String key, Map<String, Integer> known) {
      return known.getOrDefault(key, figures.get(key).value().intValue());
    }
  }
}
