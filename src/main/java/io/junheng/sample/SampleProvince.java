package io.junheng.sample;

import io.junheng.definition.Area;
import io.junheng.definition.AreaLevel;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Period;
import io.junheng.definition.PeriodType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * A made-up province. The same seed, size, periods and faults give the same bytes, on any number of
 * cores; the counties are the catalogue's demonstration areas, and nothing in it is a figure of a
 * real place.
 *
 * @param pupils pupils in each period, over all stages; at least {@value #PUPILS_PER_COUNTY} for
 *     each county. From some 300,000 on, the counties meant to pass do pass: in smaller schools one
 *     teacher more or less decides
 * @param periods school years, at least one
 */
public record SampleProvince(
    long seed, int pupils, List<Period> periods, Optional<FaultPlan> faults) {
  /** With fewer there are no schools to compare. */
  public static final int PUPILS_PER_COUNTY = 200;

  private static final String FINDINGS_FILE = "expected-findings.csv";
  private static final String FINDINGS_HEADER = "file,row,column,rule\n";

  public SampleProvince {
    periods = periods.stream().distinct().sorted().toList();
    if (periods.isEmpty() || periods.stream().anyMatch(p -> p.type() != PeriodType.SCHOOL_YEAR)) {
      throw new IllegalArgumentException(
          "a sample needs school years, for instance 202310; not %s".formatted(periods));
    }
  }

  /**
   * Writes {@code landing/PERIOD/COUNTY/DATASET.csv} for every county and dataset, and {@code
   * expected-findings.csv} beside the landing folder.
   *
   * @throws IllegalArgumentException where the catalogue has no demonstration counties, or too many
   *     for so few pupils
   * @throws IOException where a file cannot be written
   */
  public SampleSummary writeTo(Path landing, Catalogue catalogue, ProgressListener progress)
      throws IOException {
    return writeTo(landing, catalogue, progress, Runtime.getRuntime().availableProcessors());
  }

  SampleSummary writeTo(Path landing, Catalogue catalogue, ProgressListener progress, int threads)
      throws IOException {
    List<Area> counties = counties(catalogue);
    requireEnough(counties);
    Chance chance = new Chance(seed);
    ProvincePlan province = new ProvincePlan(chance, pupils, counties);
    FaultScatter scatter = new FaultScatter(chance, faults, periods, province);
    WriteCounty writer = new WriteCounty(landing, catalogue, chance, scatter);
    Progress told = new Progress(progress, counties.size() * periods.size());
    List<Callable<WriteCounty.Written>> tasks = new ArrayList<>();
    for (Period period : periods) {
      for (int i = 0; i < counties.size(); i++) {
        int number = i;
        tasks.add(() -> told.after(period, writer.apply(province.county(number, period))));
      }
    }
    return summary(landing, counties.size(), runAll(tasks, threads));
  }

  static List<Area> counties(Catalogue catalogue) {
    return catalogue.areas().stream()
        .filter(Area::demonstration)
        .filter(area -> area.level() == AreaLevel.COUNTY || area.level() == AreaLevel.ZONE)
        .sorted(Comparator.comparing(Area::code))
        .toList();
  }

  private void requireEnough(List<Area> counties) {
    if (counties.isEmpty()) {
      throw new IllegalArgumentException(
          "conf/areas names no county with demonstration=true: a sample is never made for real areas");
    }
    long least = (long) counties.size() * PUPILS_PER_COUNTY;
    if (pupils < least) {
      throw new IllegalArgumentException(
          "%d pupils are too few for %d counties; ask for %d or more"
              .formatted(pupils, counties.size(), least));
    }
  }

  private static List<WriteCounty.Written> runAll(
      List<Callable<WriteCounty.Written>> tasks, int threads) throws IOException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<WriteCounty.Written> all = new ArrayList<>();
      for (Future<WriteCounty.Written> future : tasks.stream().map(pool::submit).toList()) {
        all.add(future.get());
      }
      return all;
    } catch (ExecutionException e) {
      throw unwrapped(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the sample was written", e);
    } finally {
      pool.shutdownNow();
    }
  }

  private static IOException unwrapped(Throwable cause) {
    if (cause instanceof RuntimeException bug && !(bug instanceof UncheckedIOException)) {
      throw bug;
    }
    return cause instanceof IOException io ? io : new IOException(cause.getMessage(), cause);
  }

  private SampleSummary summary(Path landing, int counties, List<WriteCounty.Written> written)
      throws IOException {
    List<ExpectedFinding> findings =
        written.stream().flatMap(w -> w.findings().stream()).sorted().toList();
    Path file = landing.toAbsolutePath().resolveSibling(FINDINGS_FILE);
    Files.writeString(
        file,
        findings.stream()
            .map(finding -> finding.line() + "\n")
            .collect(Collectors.joining("", FINDINGS_HEADER, "")));
    int files = written.stream().mapToInt(WriteCounty.Written::files).sum();
    long rows = written.stream().mapToLong(WriteCounty.Written::rows).sum();
    return new SampleSummary(counties, periods.size(), files, rows, pupils, findings, file);
  }

  /** Counts what is finished; the tasks of all threads pass through here. */
  private static final class Progress {
    private final ProgressListener listener;
    private final int all;
    private int done;
    private long rows;

    Progress(ProgressListener listener, int all) {
      this.listener = listener;
      this.all = all;
    }

    synchronized WriteCounty.Written after(Period period, WriteCounty.Written written) {
      done++;
      rows += written.rows();
      listener.finished(period, done, all, rows);
      return written;
    }
  }
}
