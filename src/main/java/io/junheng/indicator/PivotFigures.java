package io.junheng.indicator;

import io.junheng.definition.Aggregate;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Formula;
import io.junheng.definition.Indicator;
import io.junheng.definition.Measure;
import io.junheng.definition.MeasureSet;
import io.junheng.definition.MeasureSet.Grain;
import io.junheng.definition.StageGroup;
import io.junheng.definition.Stages;
import io.junheng.table.SchoolMeasure;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The figures of schools side by side: for each school and stage one for each measure, null where
 * there is none, and two for each ratio whose sides come from one source ({@link
 * Catalogue#isOfOneSource}).
 */
final class PivotFigures implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The columns that are read, in the order of their places here. */
  static final List<SchoolMeasure> COLUMNS =
      List.of(
          SchoolMeasure.COUNTY_CODE,
          SchoolMeasure.SCHOOL_CODE,
          SchoolMeasure.STAGE,
          SchoolMeasure.MEASURE,
          SchoolMeasure.VALUE,
          SchoolMeasure.RECORDED_VALUE);

  private static final DecimalType QUANTITY = (DecimalType) PanelColumns.QUANTITY;
  private static final Decimal NONE = Decimal.apply(0, QUANTITY.precision(), QUANTITY.scale());

  /** A ratio whose sides are brought from one source: places of its two measures. */
  private record Pair(String of, String per, int above, int below) implements Serializable {}

  private final ArrayList<String> measures = new ArrayList<>();
  private final HashMap<UTF8String, Integer> places = new HashMap<>();
  private final ArrayList<String> sources = new ArrayList<>();
  private final boolean[] counts;
  private final ArrayList<Pair> pairs = new ArrayList<>();

  /** The single stages of each group and of the total. */
  private final LinkedHashMap<UTF8String, ArrayList<UTF8String>> members = new LinkedHashMap<>();

  PivotFigures(Catalogue catalogue) {
    List<Boolean> isCount = new ArrayList<>();
    for (MeasureSet set : catalogue.measureSets()) {
      if (set.per() == Grain.SCHOOL_STAGE) {
        for (Measure measure : set.measures()) {
          places.put(UTF8String.fromString(measure.id()), measures.size());
          measures.add(measure.id());
          sources.add(set.contract());
          isCount.add(
              measure.aggregate() instanceof Aggregate.Count
                  || measure.aggregate() instanceof Aggregate.CountGroups);
        }
      }
    }
    counts = new boolean[isCount.size()];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = isCount.get(i);
    }
    for (Indicator indicator : catalogue.indicators()) {
      if (indicator.formula() instanceof Formula.Ratio ratio && catalogue.isOfOneSource(ratio)) {
        pairs.add(
            new Pair(
                PanelColumns.side(indicator.id(), ratio.of()),
                PanelColumns.side(indicator.id(), ratio.per()),
                measures.indexOf(ratio.of()),
                measures.indexOf(ratio.per())));
      }
    }
    for (StageGroup group : catalogue.stages().groups()) {
      members.put(UTF8String.fromString(group.id()), texts(group.members()));
    }
    members.put(UTF8String.fromString(Stages.TOTAL), texts(catalogue.stages().ids()));
  }

  private static ArrayList<UTF8String> texts(Collection<String> codes) {
    ArrayList<UTF8String> texts = new ArrayList<>();
    new TreeSet<>(codes).forEach(code -> texts.add(UTF8String.fromString(code)));
    return texts;
  }

  /** What stands side by side: the measures by their ids, then the sides of ratios. */
  List<String> names() {
    List<String> names = new ArrayList<>(measures);
    pairs.forEach(pair -> names.addAll(List.of(pair.of(), pair.per())));
    return names;
  }

  /** The schools of a county with their stages. */
  static final class County {
    private final Map<UTF8String, Map<UTF8String, Figures>> schools = new LinkedHashMap<>();

    /** By measure: whether some school of the county has a figure. */
    private final boolean[] delivered;

    private County(int measures) {
      delivered = new boolean[measures];
    }
  }

  /** The codes of counties with their schools, from rows that are all there are of these. */
  Map<UTF8String, County> counties(Iterator<InternalRow> rows) {
    Map<UTF8String, County> counties = new LinkedHashMap<>();
    County county = null;
    UTF8String atCounty = null;
    Map<UTF8String, Figures> stages = null;
    UTF8String atSchool = null;
    while (rows.hasNext()) {
      InternalRow row = rows.next();
      UTF8String code = row.getUTF8String(0);
      if (!code.equals(atCounty)) {
        atCounty = code.clone();
        county = counties.computeIfAbsent(atCounty, any -> new County(counts.length));
        atSchool = null;
      }
      UTF8String school = row.getUTF8String(1);
      if (!school.equals(atSchool)) {
        atSchool = school.clone();
        stages = county.schools.computeIfAbsent(atSchool, any -> new LinkedHashMap<>());
      }
      UTF8String stage = row.getUTF8String(2);
      Figures figures = stages.get(stage);
      if (figures == null) {
        figures = new Figures(counts.length);
        stages.put(stage.clone(), figures);
      }
      Integer place = places.get(row.getUTF8String(3));
      if (place != null) {
        figures.put(place, quantity(row, 4), quantity(row, 5));
        county.delivered[place] |= !row.isNullAt(4);
      }
    }
    return counties;
  }

  private static Decimal quantity(InternalRow row, int place) {
    return row.isNullAt(place)
        ? null
        : row.getDecimal(place, QUANTITY.precision(), QUANTITY.scale());
  }

  /** Takes what stands side by side for a school and stage, in the order of {@link #names}. */
  @FunctionalInterface
  interface Taker {
    void take(UTF8String school, UTF8String stage, Decimal[] figures);
  }

  /** Puts the figures of a county's schools side by side. */
  void each(County county, Taker taker) {
    county.schools.forEach(
        (school, stages) -> {
          stages.values().forEach(figures -> fill(figures, county.delivered));
          stages.forEach(
              (stage, figures) -> {
                Decimal[] all = Arrays.copyOf(figures.values, counts.length + 2 * pairs.size());
                int next = counts.length;
                for (Pair pair : pairs) {
                  all[next++] = side(pair, pair.above(), stage, stages);
                  all[next++] = side(pair, pair.below(), stage, stages);
                }
                taker.take(school, stage, all);
              });
        });
  }

  /**
   * A school without records in a source that its county delivered has a count of 0 in it, unless a
   * signed form says that there is something to count.
   */
  private void fill(Figures figures, boolean[] delivered) {
    Set<String> missing = figures.recorded == null ? Set.of() : missing(figures);
    for (int i = 0; i < counts.length; i++) {
      if (figures.values[i] == null
          && counts[i]
          && delivered[i]
          && !missing.contains(sources.get(i))) {
        figures.values[i] = NONE;
      }
    }
  }

  private Set<String> missing(Figures figures) {
    Set<String> missing = new TreeSet<>();
    for (int i = 0; i < counts.length; i++) {
      Decimal recorded = figures.recorded[i];
      if (recorded != null && recorded.isZero() && figures.values[i].compare(NONE) > 0) {
        missing.add(sources.get(i));
      }
    }
    return missing;
  }

  /**
   * A side of a ratio: what the form states at the single stages where it decided about both sides,
   * what the records give at the others.
   */
  private Decimal side(Pair pair, int place, UTF8String stage, Map<UTF8String, Figures> stages) {
    Decimal side = stages.get(stage).byRecords(place);
    Collection<UTF8String> singles = members.get(stage);
    for (UTF8String member : singles == null ? List.of(stage) : singles) {
      Figures single = stages.get(member);
      if (side != null && single != null && single.isDecided(pair)) {
        side =
            Decimal.apply(
                side.toJavaBigDecimal()
                    .add(single.values[place].toJavaBigDecimal())
                    .subtract(single.recorded[place].toJavaBigDecimal()),
                QUANTITY.precision(),
                QUANTITY.scale());
      }
    }
    return side;
  }

  /** What a school has at a stage. */
  private static final class Figures {
    private final Decimal[] values;

    /** What the records give where a form decided; null where none did. */
    private Decimal[] recorded;

    Figures(int measures) {
      values = new Decimal[measures];
    }

    void put(int place, Decimal value, Decimal byRecords) {
      values[place] = value;
      if (byRecords != null) {
        if (recorded == null) {
          recorded = new Decimal[values.length];
        }
        recorded[place] = byRecords;
      }
    }

    Decimal byRecords(int place) {
      return recorded == null || recorded[place] == null ? values[place] : recorded[place];
    }

    boolean isDecided(Pair pair) {
      return recorded != null && recorded[pair.above()] != null && recorded[pair.below()] != null;
    }
  }
}
