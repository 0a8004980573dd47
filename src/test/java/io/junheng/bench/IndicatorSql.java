package io.junheng.bench;

import io.junheng.definition.Aggregate;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Contract;
import io.junheng.definition.Formula;
import io.junheng.definition.Indicator;
import io.junheng.definition.Measure;
import io.junheng.definition.MeasureSet.Grain;
import io.junheng.definition.Scope;
import io.junheng.definition.UnitBasis;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Indicators of counties in plain SQL, understood by DuckDB and Spark: what somebody would write
 * who has the tables and the regulation, but not this project. All in one statement, or each in one
 * of its own.
 *
 * <p>Covered are ratios, shares of schools, spreads and measures that are counted from records of
 * schools; what counties report as a whole is only looked up.
 */
record IndicatorSql(Catalogue catalogue, Set<String> frameworks) {
  /** Levels of areas that report; a functional zone does so beside the counties. */
  static final List<String> REPORTING_LEVELS = List.of("county", "zone");

  private static final String AREA = "period, county_code, stage";

  /** The indicators of the frameworks that are worked out from schools. */
  List<Indicator> indicators() {
    Set<String> wanted =
        frameworks.stream()
            .flatMap(id -> catalogue.framework(id).indicators().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    return catalogue.indicators().stream()
        .filter(indicator -> wanted.contains(indicator.id()) && isOfSchools(indicator))
        .toList();
  }

  /**
   * A statement from silver to values, as one would ask for a few indicators: period, county_code,
   * stage, indicator, value; nulls left out.
   */
  String statement(Collection<Indicator> wanted) {
    return "WITH %s %s".formatted(tables(wanted), overPanel(wanted));
  }

  /** The schools with all figures and attributes that some indicators need: one pass a source. */
  String panel(Collection<Indicator> wanted) {
    return "WITH %s SELECT * FROM panel".formatted(tables(wanted));
  }

  /** The same rows as {@link #statement}, from a table {@code panel}. */
  String overPanel(Collection<Indicator> wanted) {
    String all = wanted.stream().map(this::ofCounties).collect(Collectors.joining(" UNION ALL "));
    return "SELECT * FROM (%s) AS result WHERE value IS NOT NULL".formatted(all);
  }

  private String tables(Collection<Indicator> wanted) {
    TreeSet<String> measures = new TreeSet<>();
    wanted.forEach(indicator -> measures.addAll(measuresOf(indicator)));
    List<String> tables = new ArrayList<>(new SchoolFiguresSql(catalogue, measures).tables());
    tables.add(withAttributes(measures));
    return String.join(",\n", tables);
  }

  private boolean isOfSchools(Indicator indicator) {
    Formula formula = indicator.formula();
    if (formula instanceof Formula.Dispersion dispersion) {
      return catalogue.indicator(dispersion.of()).formula() instanceof Formula.Ratio;
    }
    boolean sums = formula instanceof Formula.Ratio || formula instanceof Formula.MeasureValue;
    return (sums || formula instanceof Formula.ShareOfSchools)
        && measuresOf(indicator).stream().allMatch(this::isOfSchools);
  }

  private boolean isOfSchools(String measure) {
    return catalogue.setOf(measure).per() == Grain.SCHOOL_STAGE;
  }

  private Set<String> measuresOf(Indicator indicator) {
    Set<String> all = new TreeSet<>(indicator.formula().measures());
    if (indicator.formula() instanceof Formula.Dispersion dispersion) {
      all.addAll(catalogue.indicator(dispersion.of()).formula().measures());
      all.add(dispersion.weight());
    }
    conditions(indicator)
        .flatMap(names -> names.stream())
        .filter(catalogue.measures()::containsKey)
        .forEach(all::add);
    return all;
  }

  private Stream<Set<String>> conditions(Indicator indicator) {
    Formula formula = indicator.formula();
    Stream<Set<String>> own =
        formula instanceof Formula.ShareOfSchools share
            ? Stream.of(share.where().names())
            : Stream.of();
    return Stream.concat(own, scopes(formula).map(scope -> scope.where().names()));
  }

  private Stream<Scope> scopes(Formula formula) {
    if (formula instanceof Formula.Ratio ratio) {
      return Stream.of(ratio.among(), ratio.ofAmong())
          .flatMap(Optional::stream)
          .map(catalogue::scope);
    }
    if (formula instanceof Formula.ShareOfSchools share) {
      return share.among().stream().map(catalogue::scope);
    }
    if (formula instanceof Formula.Dispersion dispersion) {
      return Stream.of(catalogue.scope(dispersion.among()));
    }
    return Stream.of();
  }

  /** Figures beside the school's attributes; no record where a school could have some is 0. */
  private String withAttributes(Set<String> measures) {
    Contract schools = catalogue.schoolContract().orElseThrow();
    TreeSet<String> all = new TreeSet<>(measures);
    all.add(Measure.PUPILS);
    Stream<String> figures =
        all.stream().map(m -> isCount(m) ? "coalesce(f.%s, 0) AS %s".formatted(m, m) : "f." + m);
    Stream<String> attributes =
        schools.columns().stream()
            .filter(column -> column.isKept())
            .map(column -> column.name())
            .filter(name -> !all.contains(name))
            .filter(name -> !Set.of("period", "county_code", "school_code").contains(name))
            .map(name -> "a." + name);
    return """
        panel AS (SELECT f.period, f.county_code, f.school_code, f.stage, %s
          FROM figures AS f LEFT JOIN %s AS a
            ON f.period = a.period AND f.county_code = a.county_code AND f.school_code = a.school_code)\
        """
        .formatted(
            Stream.concat(figures, attributes).collect(Collectors.joining(", ")), schools.id());
  }

  private boolean isCount(String measure) {
    Aggregate aggregate = catalogue.measure(measure).aggregate();
    return aggregate instanceof Aggregate.Count || aggregate instanceof Aggregate.CountGroups;
  }

  private String ofCounties(Indicator indicator) {
    Formula formula = indicator.formula();
    if (formula instanceof Formula.Dispersion dispersion) {
      return spread(indicator, dispersion);
    }
    if (formula instanceof Formula.ShareOfSchools share) {
      String condition = "(%s)".formatted(share.where().sql());
      return grouped(
          indicator,
          "100.0 * count(CASE WHEN %s THEN 1 END) / nullif(count(%s), 0)"
              .formatted(condition, condition),
          " AND pupils > 0");
    }
    if (formula instanceof Formula.Ratio ratio) {
      String above =
          ratio
              .ofAmong()
              .map(scope -> "CASE WHEN %s THEN %s ELSE 0 END".formatted(within(scope), ratio.of()))
              .orElse(ratio.of());
      return grouped(
          indicator,
          "sum(%s) * %s / nullif(sum(%s), 0)".formatted(above, number(ratio.times()), ratio.per()),
          " AND %s IS NOT NULL AND %s IS NOT NULL".formatted(ratio.of(), ratio.per()));
    }
    String measure = ((Formula.MeasureValue) formula).of();
    boolean largest =
        catalogue.measure(measure).aggregate() instanceof Aggregate.Max
            || catalogue.measure(measure).aggregate() instanceof Aggregate.MaxOfGroups;
    return grouped(indicator, "%s(%s)".formatted(largest ? "max" : "sum", measure), "");
  }

  private String grouped(Indicator indicator, String value, String condition) {
    return "SELECT %s, '%s' AS indicator, %s AS value FROM panel WHERE %s%s GROUP BY %s"
        .formatted(AREA, indicator.id(), value, member(indicator), condition, AREA);
  }

  private String spread(Indicator indicator, Formula.Dispersion dispersion) {
    Formula.Ratio ratio = (Formula.Ratio) catalogue.indicator(dispersion.of()).formula();
    String weight = dispersion.weight();
    String schools =
        """
        SELECT %s, %s AS p, %s * %s / nullif(%s, 0) AS x FROM panel WHERE %s AND %s > 0\
        """
            .formatted(
                AREA,
                weight,
                ratio.of(),
                number(ratio.times()),
                ratio.per(),
                member(indicator),
                weight);
    return """
        SELECT %s, '%s' AS indicator,
          CASE WHEN count(*) > 1 THEN sqrt(sum(p * (x - mean) * (x - mean)) / sum(p)) / nullif(max(mean), 0) END AS value
        FROM (SELECT %s, p, x, sum(p * x) OVER (PARTITION BY %s) / sum(p) OVER (PARTITION BY %s) AS mean
              FROM (%s) AS s WHERE x IS NOT NULL) AS m GROUP BY %s\
        """
        .formatted(AREA, indicator.id(), AREA, AREA, AREA, schools, AREA);
  }

  private String member(Indicator indicator) {
    String stages =
        indicator.stages().stream().map(s -> "'" + s + "'").collect(Collectors.joining(", "));
    Formula formula = indicator.formula();
    Optional<String> among =
        formula instanceof Formula.Ratio ratio
            ? ratio.among()
            : formula instanceof Formula.ShareOfSchools share
                ? share.among()
                : formula instanceof Formula.Dispersion dispersion
                    ? Optional.of(dispersion.among())
                    : Optional.empty();
    String keeper =
        indicator.unitBasis() == UnitBasis.RUN_BY ? " AND coalesce(run_by = 'county', true)" : "";
    return "stage IN (%s)%s%s"
        .formatted(stages, among.map(scope -> " AND " + within(scope)).orElse(""), keeper);
  }

  private String within(String scope) {
    return "coalesce(%s, true)".formatted(catalogue.scope(scope).where().sql());
  }

  private static String number(BigDecimal factor) {
    return "CAST(%s AS DOUBLE)".formatted(factor.toPlainString());
  }
}
