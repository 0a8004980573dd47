package io.junheng.job;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.sample.FaultPlan;
import io.junheng.sample.SampleProvince;
import io.junheng.sample.SampleSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes a made-up province as counties deliver it. Needs no Spark.
 *
 * @param faults {@link #LIGHT}, {@link #NONE}, or the path of a fault plan
 */
public record MakeSample(long seed, int pupils, List<Period> periods, String faults) {
  public static final String LIGHT = "light";
  public static final String NONE = "none";

  /**
   * What was written.
   *
   * @param findingsFile lists what must be found
   */
  public record Made(int files, long rows, int faults, Path findingsFile) {}

  public MakeSample {
    periods = List.copyOf(periods);
  }

  /** Writes below {@code landing}; what must be found stands beside it. */
  public Made run(Catalogue catalogue, Path landing, Watcher watcher) {
    Watcher.Step step =
        watcher.begin("sample", new Text("生成演示数据 " + periods, "Make sample data " + periods));
    boolean isDone = false;
    try {
      SampleSummary summary =
          new SampleProvince(seed, pupils, periods, plan())
              .writeTo(landing, catalogue, (period, done, all, rows) -> step.at(done, all));
      step.end(counts(summary));
      isDone = true;
      return new Made(
          summary.files(), summary.rows(), summary.findings().size(), summary.findingsFile());
    } catch (IllegalArgumentException e) {
      throw new JobException(
          Outcome.CONFIGURATION,
          new Text("演示数据参数有误:" + e.getMessage(), "The sample cannot be made: " + e.getMessage()),
          e);
    } catch (IOException e) {
      throw new JobException(
          Outcome.STORAGE,
          new Text("无法写入 " + landing + ":" + e, "Cannot write to " + landing + ": " + e),
          e);
    } finally {
      if (!isDone) {
        step.fail();
      }
    }
  }

  private Optional<FaultPlan> plan() throws IOException {
    if (faults.equals(NONE)) {
      return Optional.empty();
    }
    if (faults.equals(LIGHT)) {
      return Optional.of(FaultPlan.light());
    }
    Path file = Path.of(faults);
    if (!Files.isReadable(file)) {
      throw new JobException(
          Outcome.INPUT, new Text("读不到故障清单 " + faults, "Cannot read the fault plan " + faults));
    }
    return Optional.of(FaultPlan.read(file));
  }

  private static Text counts(SampleSummary summary) {
    String zh =
        String.format(
            Locale.ROOT,
            "%d 个县 · %,d 个文件 · %,d 行 · 埋入错误 %d 处",
            summary.counties(),
            summary.files(),
            summary.rows(),
            summary.findings().size());
    String en =
        String.format(
            Locale.ROOT,
            "%d counties · %,d files · %,d rows · %d planted faults",
            summary.counties(),
            summary.files(),
            summary.rows(),
            summary.findings().size());
    return new Text(zh, en);
  }
}
