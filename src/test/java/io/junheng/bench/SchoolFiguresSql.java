package io.junheng.bench;

import io.junheng.definition.Aggregate;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Expression;
import io.junheng.definition.Measure;
import io.junheng.definition.MeasureSet;
import io.junheng.definition.Stage;
import io.junheng.definition.StageGroup;
import io.junheng.definition.Stages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures of schools in plain SQL, in the words that DuckDB and Spark share: one common table
 * expression for each source, mixed schools split, groups and totals beside the stages, all brought
 * together in {@code figures} (period, county_code, school_code, stage, one column for each
 * measure, doubles).
 */
record SchoolFiguresSql(Catalogue catalogue, Collection<String> measures) {
  private static final String SCHOOL = "period, county_code, school_code";
  private static final String KEYS = SCHOOL + ", stage";

  SchoolFiguresSql {
    TreeSet<String> all = new TreeSet<>(measures);
    all.add(Measure.PUPILS);
    measures = List.copyOf(all);
  }

  /** The common table expressions, the last of which is {@code figures}. */
  List<String> tables() {
    List<String> tables = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    sources()
        .forEach(
            (source, wanted) -> {
              boolean staged = catalogue.contract(source).column("stage").isPresent();
              if (staged) {
                tables.add(staged(source, wanted));
              }
              tables.add(staged ? withGroups(source, wanted) : shared(source, wanted));
              parts.add(part("all_" + source, wanted));
            });
    tables.add(1, stagesOfSchools());
    tables.add(
        "figures AS (SELECT %s, %s FROM (%s) GROUP BY %s)"
            .formatted(
                KEYS,
                list(measures, m -> "max(%s) AS %s".formatted(m, m)),
                String.join(" UNION ALL ", parts),
                KEYS));
    return tables;
  }

  /** Wanted measures by source, that of the pupils first, because the others are split by it. */
  private Map<String, List<Measure>> sources() {
    Map<String, List<Measure>> sources = new LinkedHashMap<>();
    sources.put(catalogue.setOf(Measure.PUPILS).contract(), new ArrayList<>());
    for (String id : measures) {
      MeasureSet set = catalogue.setOf(id);
      sources.computeIfAbsent(set.contract(), any -> new ArrayList<>()).add(catalogue.measure(id));
    }
    return sources;
  }

  // ---- sources whose rows say their stage

  private String staged(String source, List<Measure> wanted) {
    List<String> by = groupedBy(wanted);
    if (by.isEmpty()) {
      return "of_%s AS (SELECT %s, %s FROM %s GROUP BY %s)"
          .formatted(source, KEYS, list(wanted, m -> overRows(m) + " AS " + m.id()), source, KEYS);
    }
    List<Measure> counted = withInputs(wanted);
    String groups =
        "SELECT %s, %s, %s FROM %s GROUP BY %s, %s"
            .formatted(
                KEYS,
                String.join(", ", by),
                list(counted, m -> overRows(m) + " AS " + m.id()),
                source,
                KEYS,
                String.join(", ", by));
    return "of_%s AS (SELECT %s, %s FROM (%s) AS g GROUP BY %s)"
        .formatted(source, KEYS, list(wanted, m -> overGroups(m) + " AS " + m.id()), groups, KEYS);
  }

  private static List<String> groupedBy(List<Measure> wanted) {
    for (Measure measure : wanted) {
      if (measure.aggregate() instanceof Aggregate.CountGroups groups) {
        return groups.by();
      }
      if (measure.aggregate() instanceof Aggregate.MaxOfGroups groups) {
        return groups.by();
      }
    }
    return List.of();
  }

  /** Measures over rows, those that only conditions of groups read among them. */
  private List<Measure> withInputs(List<Measure> wanted) {
    TreeSet<String> ids = new TreeSet<>();
    for (Measure measure : wanted) {
      if (measure.aggregate() instanceof Aggregate.CountGroups groups) {
        groups.having().map(Expression::names).ifPresent(ids::addAll);
      } else if (measure.aggregate() instanceof Aggregate.MaxOfGroups groups) {
        ids.add(groups.of());
      } else {
        ids.add(measure.id());
      }
    }
    return ids.stream().map(catalogue::measure).toList();
  }

  private static String overRows(Measure measure) {
    String where = measure.where().map(w -> " AND (" + w.sql() + ")").orElse("");
    Aggregate aggregate = measure.aggregate();
    if (aggregate instanceof Aggregate.Count count) {
      return "CAST(count(CASE WHEN (%s)%s THEN 1 END) AS DOUBLE)"
          .formatted(count.condition().sql(), where);
    }
    if (aggregate instanceof Aggregate.Sum sum) {
      return over("sum", sum.value(), measure);
    }
    if (aggregate instanceof Aggregate.Max max) {
      return over("max", max.value(), measure);
    }
    if (aggregate instanceof Aggregate.Min min) {
      return over("min", min.value(), measure);
    }
    throw new IllegalArgumentException("no plain SQL for " + measure.id());
  }

  private static String over(String function, Expression value, Measure measure) {
    String condition = measure.where().map(Expression::sql).orElse("true");
    return "CAST(%s(CASE WHEN %s THEN %s END) AS DOUBLE)"
        .formatted(function, condition, value.sql());
  }

  private static String overGroups(Measure measure) {
    Aggregate aggregate = measure.aggregate();
    if (aggregate instanceof Aggregate.CountGroups groups) {
      return "CAST(count(CASE WHEN %s THEN 1 END) AS DOUBLE)"
          .formatted(groups.having().map(Expression::sql).orElse("true"));
    }
    if (aggregate instanceof Aggregate.MaxOfGroups groups) {
      return "max(%s)".formatted(groups.of());
    }
    return combined(measure);
  }

  private static String combined(Measure measure) {
    Aggregate aggregate = measure.aggregate();
    boolean largest =
        aggregate instanceof Aggregate.Max || aggregate instanceof Aggregate.MaxOfGroups;
    String function = largest ? "max" : aggregate instanceof Aggregate.Min ? "min" : "sum";
    return "%s(%s)".formatted(function, measure.id());
  }

  private String withGroups(String source, List<Measure> wanted) {
    String from = "of_" + source;
    String together = list(wanted, m -> combined(m) + " AS " + m.id());
    List<String> rows = new ArrayList<>();
    rows.add(
        "SELECT %s, %s FROM %s WHERE stage IS NOT NULL"
            .formatted(KEYS, list(wanted, Measure::id), from));
    for (StageGroup group : catalogue.stages().groups()) {
      rows.add(
          "SELECT %s, '%s' AS stage, %s FROM %s WHERE stage IN (%s) GROUP BY %s"
              .formatted(SCHOOL, group.id(), together, from, quoted(group.members()), SCHOOL));
    }
    rows.add(
        "SELECT %s, '%s' AS stage, %s FROM %s GROUP BY %s"
            .formatted(SCHOOL, Stages.TOTAL, together, from, SCHOOL));
    return "all_%s AS (%s)".formatted(source, String.join(" UNION ALL ", rows));
  }

  // ---- sources that describe a school as a whole

  /** Stages in which a school has pupils, with what weighs in a split and how many they are. */
  private String stagesOfSchools() {
    String weight =
        catalogue.stages().stages().stream()
            .filter(stage -> stage.splitWeight().isPresent())
            .map(SchoolFiguresSql::weight)
            .collect(Collectors.joining(" ", "CASE stage ", " END"));
    return """
        stages_of_schools AS (SELECT %s, part, sum(part) OVER (PARTITION BY %s) AS parts, count(*) OVER (PARTITION BY %s) AS stages
          FROM (SELECT %s, pupils * %s AS part FROM of_%s WHERE pupils > 0 AND stage IS NOT NULL) AS s)\
        """
        .formatted(KEYS, SCHOOL, SCHOOL, KEYS, weight, catalogue.setOf(Measure.PUPILS).contract());
  }

  private static String weight(Stage stage) {
    return "WHEN '%s' THEN CAST(%s AS DOUBLE)"
        .formatted(stage.id(), stage.splitWeight().orElseThrow());
  }

  private String shared(String source, List<Measure> wanted) {
    String whole =
        "SELECT %s, %s FROM %s GROUP BY %s"
            .formatted(SCHOOL, list(wanted, m -> overRows(m) + " AS " + m.id()), source, SCHOOL);
    String joined = "(%s) AS w JOIN stages_of_schools AS s USING (%s)".formatted(whole, SCHOOL);
    List<String> rows = new ArrayList<>();
    rows.add(
        "SELECT %s, s.stage, %s FROM %s"
            .formatted(SCHOOL, list(wanted, m -> share(m) + " AS " + m.id()), joined));
    for (StageGroup group : catalogue.stages().groups()) {
      String inside = "s.stage IN (%s)".formatted(quoted(group.members()));
      rows.add(
          "SELECT %s, '%s' AS stage, %s FROM %s GROUP BY %s"
              .formatted(
                  SCHOOL,
                  group.id(),
                  list(wanted, m -> ofGroup(m, inside) + " AS " + m.id()),
                  joined,
                  SCHOOL));
    }
    rows.add(
        "SELECT %s, '%s' AS stage, %s FROM (%s) AS w"
            .formatted(SCHOOL, Stages.TOTAL, list(wanted, Measure::id), whole));
    return "all_%s AS (%s)".formatted(source, String.join(" UNION ALL ", rows));
  }

  private static String share(Measure measure) {
    String mixed =
        measure.split() == Measure.Split.BY_WEIGHTED_PUPILS
            ? " ELSE w.%s * s.part / s.parts".formatted(measure.id())
            : "";
    return "CASE WHEN s.stages = 1 THEN w.%s%s END".formatted(measure.id(), mixed);
  }

  private static String ofGroup(Measure measure, String inside) {
    if (measure.split() == Measure.Split.BY_WEIGHTED_PUPILS) {
      return "sum(CASE WHEN %s THEN %s END)".formatted(inside, share(measure));
    }
    return "CASE WHEN count(CASE WHEN %s THEN 1 END) = count(*) THEN max(w.%s) END"
        .formatted(inside, measure.id());
  }

  // ---- together

  private String part(String table, List<Measure> wanted) {
    List<String> ids = wanted.stream().map(Measure::id).toList();
    return "SELECT %s, %s FROM %s"
        .formatted(
            KEYS, list(measures, m -> ids.contains(m) ? m : "CAST(NULL AS DOUBLE) AS " + m), table);
  }

  private static <T> String list(Collection<T> all, Function<T, String> text) {
    return all.stream().map(text).collect(Collectors.joining(", "));
  }

  private static String quoted(List<String> words) {
    return Stream.of(words.toArray(String[]::new))
        .map(word -> "'" + word + "'")
        .collect(Collectors.joining(", "));
  }
}
