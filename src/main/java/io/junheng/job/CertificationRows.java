package io.junheng.job;

import io.junheng.assessment.CertificationLedger;
import io.junheng.assessment.CertificationLedger.Standing;
import io.junheng.assessment.CertificationLedger.State;
import io.junheng.assessment.CertificationLedger.Step;
import io.junheng.definition.Area;
import io.junheng.definition.Period;
import io.junheng.table.CountyCertification;
import io.junheng.table.ObsStatus;
import io.junheng.table.TableColumn;
import java.sql.Date;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** {@code gold.county_certification} from silver rows of the contract {@code certification}. */
final class CertificationRows {
  /** The contract whose rows are steps of recognition. */
  static final String CONTRACT = "certification";

  private static final double MONTHS_OF_A_YEAR = 12;

  private final Map<Integer, List<Step>> steps;
  private final AreaRegister areas;

  CertificationRows(List<Row> silver, AreaRegister areas) {
    this.areas = areas;
    this.steps =
        silver.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.<Integer>getAs("period"),
                    Collectors.mapping(CertificationRows::step, Collectors.toList())));
  }

  private static Step step(Row row) {
    Object day = row.getAs("decided_on");
    return new Step(
        row.getAs("county_code"),
        row.getAs("programme"),
        State.valueOf(row.<String>getAs("state").toUpperCase(Locale.ROOT)),
        day instanceof Date date ? date.toLocalDate() : (LocalDate) day,
        Optional.ofNullable(row.getAs("document")));
  }

  List<Map<TableColumn, Object>> of(Collection<Period> periods) {
    return periods.stream().flatMap(period -> of(period).stream()).toList();
  }

  private List<Map<TableColumn, Object>> of(Period period) {
    LocalDate day = period.referenceDate();
    return CertificationLedger.on(
            day,
            areas.counties(period).stream().map(Area::code).toList(),
            steps.getOrDefault(period.number(), List.of()))
        .stream()
        .map(standing -> row(period, day, standing))
        .toList();
  }

  private static Map<TableColumn, Object> row(Period period, LocalDate day, Standing standing) {
    Map<TableColumn, Object> row = new HashMap<>();
    row.put(CountyCertification.PERIOD, period.number());
    row.put(CountyCertification.PROGRAMME, standing.programme());
    row.put(CountyCertification.COUNTY_CODE, standing.county());
    row.put(
        CountyCertification.STATE,
        standing.state().map(state -> state.name().toLowerCase(Locale.ROOT)).orElse(null));
    row.put(CountyCertification.SINCE, standing.since().orElse(null));
    row.put(CountyCertification.DOCUMENT, standing.document().orElse(null));
    row.put(CountyCertification.RECOGNISED_ON, standing.recognisedOn().orElse(null));
    row.put(
        CountyCertification.YEARS_RECOGNISED,
        standing
            .recognisedOn()
            .map(on -> ChronoUnit.MONTHS.between(on, day) / MONTHS_OF_A_YEAR)
            .orElse(null));
    row.put(CountyCertification.WARNED_ON, standing.warnedOn().orElse(null));
    row.put(
        CountyCertification.OBS_STATUS,
        (standing.state().isPresent() ? ObsStatus.NORMAL : ObsStatus.NOT_AVAILABLE).code());
    return row;
  }
}
