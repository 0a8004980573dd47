package io.junheng.job;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Contract;
import io.junheng.definition.Period;
import io.junheng.lake.Lake;
import io.junheng.lake.SilverTable;
import io.junheng.lake.StagedFile;
import io.junheng.lake.StagedTables;
import io.junheng.lake.StoredTable;
import io.junheng.measure.MeasureCounties;
import io.junheng.measure.MeasuredCounty;
import io.junheng.measure.SilverRows;
import io.junheng.measure.SourcePlan;
import io.junheng.table.CountyMeasure;
import io.junheng.table.SchoolMeasure;
import io.junheng.table.Table;
import java.io.IOException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Silver to measures. Those of a county are made of its own rows alone: only counties whose
 * deliveries have changed are measured anew, and only their rows are read.
 */
final class MeasureStep {
  private static final List<Table> TABLES = List.of(SchoolMeasure.TABLE, CountyMeasure.TABLE);

  private final Computation computation;
  private final RunUnderWay run;
  private final Lake lake;
  private final Catalogue catalogue;

  MeasureStep(Computation computation) {
    this.computation = computation;
    this.run = computation.run();
    this.lake = computation.lake();
    this.catalogue = computation.catalogue();
  }

  /** What a task has brought about. */
  private record Brought(
      StagedTables.Files files,
      ArrayList<ComputedFindings.Found> split,
      ArrayList<ComputedFindings.Found> forms)
      implements Serializable {
    Brought() {
      this(new StagedTables.Files(), new ArrayList<>(), new ArrayList<>());
    }

    Brought with(Brought other) {
      files.with(other.files);
      split.addAll(other.split);
      forms.addAll(other.forms);
      return this;
    }
  }

  Counted measure(CountyPart part) {
    MeasureCounties counties = new MeasureCounties(catalogue);
    Map<String, SilverRows> silver =
        counties.plans().stream()
            .map(SourcePlan::contract)
            .distinct()
            .collect(Collectors.toMap(Contract::id, contract -> silver(contract, part)));
    StagedTables staged = lake.staged(TABLES, part.counties().isPresent());
    SplitFindings split = new SplitFindings(catalogue);
    FormFindings forms = new FormFindings(catalogue);
    Brought made =
        counties
            .apply(silver, counties(part), run.spark().sessionState().conf().numShufflePartitions())
            .mapPartitions(
                measured -> List.of(task(measured, staged.open(), split, forms)).iterator())
            .treeAggregate(new Brought(), Brought::with, Brought::with);
    LocalDate today = run.now().atZone(ZoneOffset.UTC).toLocalDate();
    Abreast.run(
        List.of(
            () ->
                computation.replaceStaged(
                    SchoolMeasure.TABLE, part, made.files().of(SchoolMeasure.TABLE)),
            () -> {
              computation.replaceStaged(
                  CountyMeasure.TABLE, part, made.files().of(CountyMeasure.TABLE));
              findings(SplitFindings.RULE).replace(part, made.split(), today);
              findings(FormFindings.RULE).replace(part, made.forms(), today);
            }));
    return Counted.of(
            Counted.Unit.ROWS, made.files().all().stream().mapToLong(StagedFile::rows).sum())
        .and(Counted.Unit.COUNTIES, computation.counties(part));
  }

  private SilverRows silver(Contract contract, CountyPart part) {
    StoredTable table = SilverTable.of(contract);
    return new SilverRows(
        lake.none(table),
        () -> part.of(lake.read(table, part.periods())),
        columns ->
            lake.exists(table)
                ? lake.batches(table, part.periods(), part.counties(), columns)
                : Optional.empty(),
        part.counties());
  }

  /** The counties of a part that have delivered. */
  private Map<Integer, Set<String>> counties(CountyPart part) {
    return part.periods().stream()
        .collect(
            Collectors.toMap(
                Period::number,
                period ->
                    computation
                        .deliveries()
                        .counties()
                        .getOrDefault(period, new TreeSet<>())
                        .stream()
                        .filter(code -> part.has(period.number(), code))
                        .collect(Collectors.toSet())));
  }

  private ComputedFindings findings(String rule) {
    return new ComputedFindings(lake, run.id(), rule);
  }

  private static Brought task(
      Iterator<MeasuredCounty> counties,
      StagedTables.Task into,
      SplitFindings split,
      FormFindings forms)
      throws IOException {
    Brought brought = new Brought();
    try {
      Rows rows = new Rows(into);
      while (counties.hasNext()) {
        MeasuredCounty county = counties.next();
        rows.add(county);
        split.of(county).ifPresent(brought.split::add);
        brought.forms.addAll(forms.of(county));
      }
      brought.files.with(into.finish());
      return brought;
    } catch (IOException | RuntimeException e) {
      into.abandon(e);
      throw e;
    }
  }

  /** Figures as rows of the two tables. */
  private static final class Rows {
    private static final int PRECISION = 28;
    private static final int SCALE = 10;

    private final StagedTables.Task into;

    /** Stages and measures, which are few. */
    private final Map<String, UTF8String> texts = new HashMap<>();

    Rows(StagedTables.Task into) {
      this.into = into;
    }

    void add(MeasuredCounty county) {
      UTF8String code = UTF8String.fromString(county.code());
      String at = null;
      UTF8String school = null;
      for (MeasuredCounty.Of figure : county.ofSchools()) {
        if (!figure.school().equals(at)) {
          at = figure.school();
          school = UTF8String.fromString(at);
        }
        into.add(
            SchoolMeasure.TABLE,
            county.period(),
            code,
            school,
            text(figure.stage()),
            text(figure.measure()),
            decimal(figure.value()),
            decimal(figure.recorded()),
            null);
      }
      for (MeasuredCounty.Of figure : county.ofCounty()) {
        into.add(
            CountyMeasure.TABLE,
            county.period(),
            code,
            text(figure.stage()),
            text(figure.measure()),
            decimal(figure.value()),
            decimal(figure.recorded()),
            null);
      }
    }

    private UTF8String text(String text) {
      return texts.computeIfAbsent(text, UTF8String::fromString);
    }

    private static Decimal decimal(BigDecimal value) {
      return value == null ? null : Decimal.apply(value, PRECISION, SCALE);
    }
  }
}
