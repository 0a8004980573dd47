package io.junheng.intake.check;

import static org.apache.spark.sql.functions.lit;

import io.junheng.definition.SetCheck;
import io.junheng.definition.SetCheck.Year;
import io.junheng.expression.ResolvedSql;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Holds groups of stored rows against the set checks that stay within a county, in plain Java: a
 * task reads all rows of some counties, those of each dataset and year once for all figures of all
 * checks. Only the expressions of {@code conf/} are Spark's.
 */
public final class CheckSets implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 3;

  /**
   * The rows of a dataset.
   *
   * @param year those of the year before are added under the period that they are held against
   * @param columns of the rows, in this order; the county's code and the period come last
   */
  public record Source(String contract, Year year, List<String> columns) {}

  /**
   * What a check found in a county.
   *
   * @param check its id
   * @param checked groups for which the condition could be told
   * @param failed those that do not meet it; above 0
   * @param examples the first of these, each with its counts and sums
   */
  public record Broken(
      int period, String county, String check, long checked, long failed, String examples)
      implements Serializable {}

  /** A figure as a condition reads it. */
  private record Known(
      int place, String name, DataType type, boolean isCount, boolean isShown, int source)
      implements Serializable {
    /** A count of no rows is 0 where the county delivered the dataset. */
    Object part(CountySets.Group group, CountySets.County county) {
      Object part = group.part(place);
      return part == null && isCount && county.delivered(source) ? (Object) 0L : part;
    }

    String example(Object part) {
      return name + " " + (part == null ? "–" : SetFigure.text(part));
    }
  }

  /** A check, and the place of the columns that make its groups. */
  private record Asking(String id, int grouping, boolean isOfCounty, ArrayList<Known> figures)
      implements Serializable {
    /** Whether a group has rows that the check reads. */
    boolean concerns(CountySets.Name name, CountySets.Group group) {
      return name.grouping() == grouping
          && figures.stream().anyMatch(figure -> group.part(figure.place()) != null);
    }
  }

  private final ArrayList<SetTally> tallies = new ArrayList<>();
  private final transient List<Source> sources = new ArrayList<>();
  private final ArrayList<Asking> checks = new ArrayList<>();
  private final int figures;
  private final ResolvedSql requires;

  /**
   * @param checks of the span {@link SetCheck.Span#COUNTY}; at least one
   * @param rows any with the columns of silver, by contract id; they are not read
   */
  public CheckSets(List<SetCheck> checks, Function<String, Dataset<Row>> rows) {
    List<SetFigure> all = SetFigure.of(checks);
    List<List<String>> by = checks.stream().map(SetCheck::by).distinct().toList();
    Map<List<Object>, List<SetFigure>> bySource =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    one -> List.of(one.figure().contract(), one.figure().year()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    DataType[] types = new DataType[all.size()];
    int[] sourceOf = new int[all.size()];
    bySource.forEach(
        (source, ours) -> {
          Dataset<Row> any = rows.apply((String) source.get(0));
          SetTally tally = LenientSql.analysed(any, () -> new SetTally(all, ours, by, any));
          for (int i = 0; i < ours.size(); i++) {
            types[all.indexOf(ours.get(i))] = tally.type(i, ours.get(i));
            sourceOf[all.indexOf(ours.get(i))] = tallies.size();
          }
          tallies.add(tally);
          sources.add(new Source((String) source.get(0), (Year) source.get(1), tally.columns()));
        });
    figures = all.size();
    requires = requires(checks, all, types, rows.apply(checks.get(0).contract()));
    for (SetCheck check : checks) {
      ArrayList<Known> known = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        SetFigure one = all.get(i);
        if (one.check().equals(check)) {
          known.add(
              new Known(
                  i,
                  one.figure().name(),
                  types[i],
                  one.way() == SetFigure.Way.COUNT,
                  one.isOfMany(),
                  sourceOf[i]));
        }
      }
      this.checks.add(new Asking(check.id(), by.indexOf(check.by()), check.by().isEmpty(), known));
    }
  }

  /** The conditions of checks over a row with all figures. */
  private static ResolvedSql requires(
      List<SetCheck> checks, List<SetFigure> all, DataType[] types, Dataset<Row> any) {
    return LenientSql.analysed(
        any,
        () -> {
          List<String> names = all.stream().map(SetFigure::column).toList();
          Dataset<Row> figures =
              any.select(
                  IntStream.range(0, types.length)
                      .mapToObj(i -> lit(null).cast(types[i]).as(names.get(i)))
                      .toArray(Column[]::new));
          return new ResolvedSql(
              figures,
              names,
              checks.stream()
                  .map(
                      check ->
                          LenientSql.expression(
                              check.require(), name -> SetFigure.column(check, name)))
                  .toList());
        });
  }

  /** What is to be read, on the driver. */
  public List<Source> sources() {
    return List.copyOf(sources);
  }

  /** Counties that one task holds against the checks. */
  public Counties counties() {
    return new Counties();
  }

  /** The rows of some counties: all of each. */
  public final class Counties {
    private final CountySets sets = new CountySets(figures);

    private Counties() {}

    /**
     * Reads all rows of a source.
     *
     * @param source its place in {@link #sources}
     */
    public void add(int source, Iterator<InternalRow> rows) {
      tallies.get(source).add(rows, source, sets);
    }

    /** What is found in these counties, in the order of periods, counties and checks. */
    public List<Broken> broken() {
      return sets.all().entrySet().stream()
          .flatMap(county -> judged(county.getKey(), county.getValue()))
          .toList();
    }
  }

  private Stream<Broken> judged(CountySets.Place place, CountySets.County county) {
    return IntStream.range(0, checks.size())
        .mapToObj(check -> judged(check, place, county))
        .filter(found -> found.failed() > 0);
  }

  private Broken judged(int place, CountySets.Place where, CountySets.County county) {
    Asking check = checks.get(place);
    List<String> broken = new ArrayList<>();
    long checked = 0;
    for (Map.Entry<CountySets.Name, CountySets.Group> group : county.groups().entrySet()) {
      if (check.concerns(group.getKey(), group.getValue())) {
        Object[] row = new Object[figures];
        check
            .figures()
            .forEach(
                figure ->
                    row[figure.place()] =
                        SetFigure.told(figure.part(group.getValue(), county), figure.type()));
        Object holds = requires.expression(place).eval(new GenericInternalRow(row));
        if (holds != null) {
          checked++;
          if (!(Boolean) holds) {
            broken.add(example(check, group.getKey(), row));
          }
        }
      }
    }
    String examples =
        broken.stream()
            .map(UTF8String::fromString)
            .sorted()
            .limit(SHOWN)
            .map(UTF8String::toString)
            .collect(Collectors.joining("; "));
    return new Broken(where.period(), where.county(), check.id(), checked, broken.size(), examples);
  }

  /** Counts and sums may be shown; a smallest or largest value is one row's own. */
  private static String example(Asking check, CountySets.Name name, Object[] row) {
    String figures =
        check.figures().stream()
            .filter(Known::isShown)
            .map(figure -> figure.example(row[figure.place()]))
            .collect(Collectors.joining(", "));
    return check.isOfCounty() ? figures : name.key() + ": " + figures;
  }
}
