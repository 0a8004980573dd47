package io.junheng.indicator;

import static io.junheng.indicator.PanelColumns.COUNTY;
import static io.junheng.indicator.PanelColumns.PERIOD;
import static io.junheng.indicator.PanelColumns.QUANTITY;
import static io.junheng.indicator.PanelColumns.SCHOOL;
import static io.junheng.indicator.PanelColumns.STAGE;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;

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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The figures of schools side by side: one row for each period, county, school and stage, one
 * column for each measure, null where there is no figure, and two for each ratio whose sides come
 * from one source ({@link Catalogue#isOfOneSource}).
 *
 * <p>Plain Java over the figures of a county: an aggregation with a column for each measure looks
 * at every column for every figure, so that its work grows with the square of the measures.
 */
final class PivotFigures implements Serializable {
  private static final long serialVersionUID = 1L;

  /** One column for all values: Spark compiles no plan of some hundred columns. */
  private static final String VALUES = "panel_values";

  private static final StructType SHAPE =
      new StructType()
          .add(PERIOD, DataTypes.IntegerType)
          .add(COUNTY, DataTypes.StringType)
          .add(SCHOOL, DataTypes.StringType)
          .add(STAGE, DataTypes.StringType)
          .add(VALUES, DataTypes.createArrayType(QUANTITY));

  private static final BigDecimal NONE = BigDecimal.ZERO.setScale(10);

  /** A ratio whose sides are brought from one source: places of its two measures. */
  private record Pair(String of, String per, int above, int below) implements Serializable {}

  private final ArrayList<String> measures = new ArrayList<>();
  private final HashMap<String, Integer> places = new HashMap<>();
  private final ArrayList<String> sources = new ArrayList<>();
  private final boolean[] counts;
  private final ArrayList<Pair> pairs = new ArrayList<>();

  /** The single stages of each group and of the total. */
  private final LinkedHashMap<String, TreeSet<String>> members = new LinkedHashMap<>();

  PivotFigures(Catalogue catalogue) {
    List<Boolean> isCount = new ArrayList<>();
    for (MeasureSet set : catalogue.measureSets()) {
      if (set.per() == Grain.SCHOOL_STAGE) {
        for (Measure measure : set.measures()) {
          places.put(measure.id(), measures.size());
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
                places.get(ratio.of()),
                places.get(ratio.per())));
      }
    }
    for (StageGroup group : catalogue.stages().groups()) {
      members.put(group.id(), new TreeSet<>(group.members()));
    }
    members.put(Stages.TOTAL, new TreeSet<>(catalogue.stages().ids()));
  }

  /** From rows of {@code gold.school_measure}. */
  Dataset<Row> apply(Dataset<Row> schoolMeasure) {
    return schoolMeasure
        .select(
            col(PERIOD),
            col(COUNTY),
            col(SCHOOL),
            col(STAGE),
            col(SchoolMeasure.MEASURE.columnName()),
            col(SchoolMeasure.VALUE.columnName()),
            col(SchoolMeasure.RECORDED_VALUE.columnName()))
        .repartition(col(PERIOD), col(COUNTY))
        // Codes of counties differ in their first bytes, by which Spark sorts fastest.
        .sortWithinPartitions(col(COUNTY), col(PERIOD))
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) figures -> new Counties(figures), Encoders.row(SHAPE))
        .select(columns());
  }

  /** The values by their names, from the one column in which they travelled. */
  private Column[] columns() {
    List<Column> columns = new ArrayList<>(Arrays.asList(SchoolPanel.columns(PanelColumns.KEYS)));
    List<String> names = new ArrayList<>(measures);
    pairs.forEach(pair -> names.addAll(List.of(pair.of(), pair.per())));
    for (int i = 0; i < names.size(); i++) {
      columns.add(get(col(VALUES), lit(i)).alias(names.get(i)));
    }
    return columns.toArray(Column[]::new);
  }

  /** The rows of county after county, from figures that stand together by county. */
  private final class Counties implements Iterator<Row> {
    private final Iterator<Row> figures;
    private Row next;
    private Iterator<Row> schools = Collections.emptyIterator();

    Counties(Iterator<Row> figures) {
      this.figures = figures;
      step();
    }

    private void step() {
      next = figures.hasNext() ? figures.next() : null;
    }

    @Override
    public boolean hasNext() {
      return schools.hasNext() || next != null;
    }

    @Override
    public Row next() {
      if (!schools.hasNext()) {
        schools = county();
      }
      return schools.next();
    }

    private Iterator<Row> county() {
      if (next == null) {
        throw new NoSuchElementException();
      }
      int period = next.getInt(0);
      String county = next.getString(1);
      Map<String, Map<String, Figures>> stages = new LinkedHashMap<>();
      boolean[] delivered = new boolean[counts.length];
      while (next != null && next.getInt(0) == period && next.getString(1).equals(county)) {
        Figures ofStage =
            stages
                .computeIfAbsent(next.getString(2), any -> new LinkedHashMap<>())
                .computeIfAbsent(next.getString(3), any -> new Figures());
        Integer place = places.get(next.getString(4));
        if (place != null) {
          ofStage.values[place] = next.getDecimal(5);
          ofStage.recorded[place] = next.getDecimal(6);
          delivered[place] |= !next.isNullAt(5);
        }
        step();
      }
      return stages.entrySet().stream()
          .flatMap(school -> rows(period, county, school.getKey(), school.getValue(), delivered))
          .iterator();
    }
  }

  private Stream<Row> rows(
      int period, String county, String school, Map<String, Figures> stages, boolean[] delivered) {
    stages.values().forEach(figures -> figures.fill(delivered));
    return stages.entrySet().stream()
        .map(
            stage -> {
              BigDecimal[] values =
                  Arrays.copyOf(stage.getValue().values, counts.length + 2 * pairs.size());
              int next = counts.length;
              for (Pair pair : pairs) {
                values[next++] = side(pair, pair.above(), stage.getKey(), stages);
                values[next++] = side(pair, pair.below(), stage.getKey(), stages);
              }
              return RowFactory.create(period, county, school, stage.getKey(), values);
            });
  }

  /**
   * A side of a ratio: what the form states at the single stages where it decided about both sides,
   * what the records give at the others.
   */
  private BigDecimal side(Pair pair, int place, String stage, Map<String, Figures> stages) {
    BigDecimal side = stages.get(stage).byRecords(place);
    Collection<String> singles = members.containsKey(stage) ? members.get(stage) : List.of(stage);
    for (String member : singles) {
      Figures single = stages.get(member);
      if (side != null && single != null && single.isDecided(pair)) {
        side = side.add(single.values[place]).subtract(single.recorded[place]);
      }
    }
    return side;
  }

  /** What a school has at a stage. */
  private final class Figures {
    private final BigDecimal[] values = new BigDecimal[counts.length];
    private final BigDecimal[] recorded = new BigDecimal[counts.length];

    /**
     * A school without records in a source that its county delivered has a count of 0 in it, unless
     * a signed form says that there is something to count.
     */
    void fill(boolean[] delivered) {
      Set<String> missing = new TreeSet<>();
      for (int i = 0; i < counts.length; i++) {
        if (recorded[i] != null && recorded[i].signum() == 0 && values[i].signum() > 0) {
          missing.add(sources.get(i));
        }
      }
      for (int i = 0; i < counts.length; i++) {
        if (values[i] == null && counts[i] && delivered[i] && !missing.contains(sources.get(i))) {
          values[i] = NONE;
        }
      }
    }

    BigDecimal byRecords(int place) {
      return recorded[place] == null ? values[place] : recorded[place];
    }

    boolean isDecided(Pair pair) {
      return recorded[pair.above()] != null && recorded[pair.below()] != null;
    }
  }
}
