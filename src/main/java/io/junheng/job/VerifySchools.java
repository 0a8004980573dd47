package io.junheng.job;

import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.lake.SmallTables;
import io.junheng.lake.TableRow;
import io.junheng.release.DrawSchools;
import io.junheng.table.DimSchool;
import io.junheng.table.SchoolDispersionShare;
import io.junheng.table.TableColumn;
import io.junheng.table.Verification;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Draws schools that are to be looked at on the spot, and keeps what was found there, beside what
 * was reported. Needs no Spark session.
 */
public final class VerifySchools {
  private final SmallTables tables;
  private final Clock clock;

  public VerifySchools(SparkStart start, String lake) {
    this(LakeReport.tables(start, lake), Clock.systemUTC());
  }

  VerifySchools(SmallTables tables, Clock clock) {
    this.tables = tables;
    this.clock = clock;
  }

  /** A figure that was looked at. */
  public record Visit(
      Period period,
      String county,
      String school,
      String stage,
      String measure,
      BigDecimal verified,
      List<String> inspectors,
      String document,
      LocalDate on,
      Signer signer) {}

  /**
   * What stands in the table.
   *
   * @param reported what gold held then; empty where nothing was reported
   */
  public record Recorded(String id, Optional<BigDecimal> reported, BigDecimal verified) {
    /** Whether the visit confirms what was reported. */
    public boolean isConfirmed() {
      return reported.filter(value -> value.compareTo(verified) == 0).isPresent();
    }
  }

  /** A school that was drawn. */
  public record Drawn(String county, String school, Text name, double share) {}

  /** Keeps a verified figure. A school that gold does not know is refused. */
  public Recorded record(Visit visit) {
    return new UnderLease(tables, clock).run("verify-record", () -> recorded(visit));
  }

  private Recorded recorded(Visit visit) {
    requireSchool(visit);
    Optional<BigDecimal> reported =
        new VerifiedFigures(tables)
            .reported(
                new VerifiedFigures.Figure(
                    visit.period(),
                    visit.county(),
                    visit.school(),
                    visit.stage(),
                    visit.measure()));
    int no = tables.read(Verification.TABLE, List.of(visit.period())).size() + 1;
    String id = "V-%s-%04d".formatted(visit.period(), no);
    Map<TableColumn, Object> row = new HashMap<>();
    row.put(Verification.VERIFICATION_ID, id);
    row.put(Verification.PERIOD, visit.period().number());
    row.put(Verification.COUNTY_CODE, visit.county());
    row.put(Verification.SCHOOL_CODE, visit.school());
    row.put(Verification.STAGE, visit.stage());
    row.put(Verification.MEASURE, visit.measure());
    row.put(Verification.REPORTED_VALUE, reported.orElse(null));
    row.put(Verification.VERIFIED_VALUE, visit.verified());
    row.put(Verification.INSPECTORS, String.join(",", visit.inspectors()));
    row.put(Verification.DOCUMENT, visit.document());
    row.put(Verification.VERIFIED_ON, visit.on());
    row.put(Verification.SIGNED_BY, visit.signer().name());
    row.put(Verification.SIGNED_AT, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    row.put(Verification.NOTE, visit.signer().reason());
    tables.append(Verification.TABLE, List.of(TableRow.of(Verification.TABLE, row)));
    return new Recorded(id, reported, visit.verified());
  }

  private void requireSchool(Visit visit) {
    boolean isKnown = names(visit.period()).containsKey(visit.county() + "/" + visit.school());
    if (!isKnown) {
      throw new JobException(
          Outcome.INPUT,
          new Text(
              "周期 %s 的 %s 没有学校 %s。".formatted(visit.period(), visit.county(), visit.school()),
              "%s has no school %s in period %s."
                  .formatted(visit.county(), visit.school(), visit.period())));
    }
  }

  private Map<String, Text> names(Period period) {
    Map<String, Text> names = new HashMap<>();
    tables.forEach(
        DimSchool.TABLE,
        List.of(period),
        row -> {
          String code = row.getString(DimSchool.SCHOOL_CODE.ordinal());
          String zh = Optional.ofNullable(row.getString(DimSchool.NAME_ZH.ordinal())).orElse(code);
          String en = Optional.ofNullable(row.getString(DimSchool.NAME_EN.ordinal())).orElse(zh);
          names.put(row.getString(DimSchool.COUNTY_CODE.ordinal()) + "/" + code, new Text(zh, en));
        });
    return names;
  }

  /**
   * Draws schools by their share in the variance of their county.
   *
   * @param indicator whose spread is looked at
   * @param counties all if empty
   */
  public List<Drawn> sample(
      Period period, String indicator, String stage, List<String> counties, DrawSchools draw) {
    return SparkFailures.told(() -> sampled(period, indicator, stage, counties, draw));
  }

  private List<Drawn> sampled(
      Period period, String indicator, String stage, List<String> counties, DrawSchools draw) {
    List<DrawSchools.School> schools = new ArrayList<>();
    Set<String> known = new TreeSet<>();
    tables.forEach(
        SchoolDispersionShare.TABLE,
        List.of(period),
        row -> {
          String county = row.getString(SchoolDispersionShare.COUNTY_CODE.ordinal());
          String own = row.getString(SchoolDispersionShare.INDICATOR.ordinal());
          known.add(own);
          if (own.equals(indicator)
              && row.getString(SchoolDispersionShare.STAGE.ordinal()).equals(stage)
              && (counties.isEmpty() || counties.contains(county))) {
            schools.add(
                new DrawSchools.School(
                    county,
                    row.getString(SchoolDispersionShare.SCHOOL_CODE.ordinal()),
                    row.isNullAt(SchoolDispersionShare.SHARE.ordinal())
                        ? 0
                        : row.getDouble(SchoolDispersionShare.SHARE.ordinal())));
          }
        });
    if (!known.contains(indicator)) {
      throw new JobException(
          Outcome.INPUT, JobWords.unknown("校际差异指标", "indicator of spread", indicator, known));
    }
    Map<String, Text> names = names(period);
    return draw.apply(schools).stream()
        .map(
            school ->
                new Drawn(
                    school.county(),
                    school.code(),
                    names.getOrDefault(
                        school.county() + "/" + school.code(), Text.same(school.code())),
                    school.share()))
        .toList();
  }
}
