package io.junheng.cli;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.job.JobException;
import io.junheng.job.JobRequest;
import io.junheng.job.LakeReport;
import io.junheng.job.MakeSample;
import io.junheng.job.Outcome;
import io.junheng.job.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/**
 * {@code junheng demo}: makes a sample province, runs everything on it and prints the league table.
 * What is there from the last time is used again.
 */
@Command(name = "demo", hidden = true, abbreviateSynopsis = true)
final class DemoCommand implements Callable<Integer> {
  private static final String FRAMEWORK = "cn-quality-balance-2017";

  /** What the demonstration works out; {@code sample} and {@code run} do all of conf/. */
  private static final Set<String> FRAMEWORKS = Set.of(FRAMEWORK, "cn-basic-balance-2012");

  /** What these read. */
  private static final Set<String> DATASETS =
      Set.of(
          "school",
          "teacher",
          "teacher_assignment",
          "student",
          "county_statistic",
          "evidence",
          "survey");

  private static final LeagueOutput.Part SHOWN = new LeagueOutput.Part(20, 3);

  @ParentCommand private Junheng junheng;

  @Option(names = "--dir", paramLabel = "DIR", required = true)
  private Path dir;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1")
  private long seed;

  @Option(names = "--pupils", paramLabel = "N", defaultValue = "300000")
  private int pupils;

  @Option(names = "--periods", paramLabel = "P", split = ",", defaultValue = "202210,202310")
  private List<Period> periods;

  @Option(names = "--faults", paramLabel = "FILE|none|light", defaultValue = MakeSample.LIGHT)
  private String faults;

  @Override
  public Integer call() {
    Setup setup = Setup.read(junheng);
    Path landing = dir.resolve("landing");
    Catalogue catalogue = setup.catalogue().withFrameworks(FRAMEWORKS).withDatasets(DATASETS);
    makeSample(catalogue, landing);
    String lake = dir.resolve("lake").toString();
    JobRequest request =
        new JobRequest(
                catalogue,
                lake,
                Optional.of(landing.toString()),
                List.of(),
                dir.resolve("pseudonym.key").toString(),
                true,
                List.of("demo", "--dir", dir.toString()))
            .with(junheng.runId());
    return new Pipeline(junheng).run(setup, Session.Work.RUN, request, () -> show(setup, lake));
  }

  private void makeSample(Catalogue catalogue, Path landing) {
    MakeSample sample = new MakeSample(seed, pupils, periods, faults);
    Path marker = dir.resolve("sample.made");
    try {
      String made = sample + " " + catalogue.digest() + "\n";
      if (Files.exists(marker) && Files.readString(marker).equals(made)) {
        junheng
            .screen()
            .say(new Text("✓ 沿用已有演示数据 " + landing, "✓ Sample data are there already: " + landing));
        return;
      }
      Files.deleteIfExists(marker);
      delete(landing);
      sample.run(catalogue, landing, junheng.screen());
      Files.writeString(marker, made);
    } catch (IOException e) {
      throw new JobException(
          Outcome.STORAGE,
          new Text("无法写入 " + dir + ":" + e, "Cannot write to " + dir + ": " + e),
          e);
    }
  }

  /** A landing folder of another sample would add its files to this one's. */
  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void show(Setup setup, String lake) {
    if (junheng.options().isJson()) {
      return;
    }
    LakeReport report = setup.report(junheng, lake);
    new LeagueOutput(junheng).print(report.leagues(FRAMEWORK, Optional.empty()), SHOWN);
    junheng
        .screen()
        .say(
            new Text(
                """

                结果:%1$s/gold(Delta 表),剔除的行:%1$s/ops/rejected_row,应查出的错误:%2$s/expected-findings.csv
                整张表:jobs/junheng league %3$s --lake %1$s
                导出:  jobs/junheng export league_table --lake %1$s --to csv --out league_table.csv
                网页:  jobs/junheng publish site --lake %1$s --out %2$s/site,再用浏览器打开 %2$s/site/index.html
                工作簿:jobs/junheng publish files --lake %1$s --out %2$s/files,再打开 %2$s/files/workbooks\
                """
                    .formatted(lake, dir, FRAMEWORK),
                """

                Results: %1$s/gold (Delta tables); rows set aside: %1$s/ops/rejected_row; what had to be found: %2$s/expected-findings.csv
                Whole table: jobs/junheng league %3$s --lake %1$s
                As a file:   jobs/junheng export league_table --lake %1$s --to csv --out league_table.csv
                As pages:    jobs/junheng publish site --lake %1$s --out %2$s/site, then open %2$s/site/index.html
                Workbooks:   jobs/junheng publish files --lake %1$s --out %2$s/files, then open %2$s/files/workbooks\
                """
                    .formatted(lake, dir, FRAMEWORK)));
  }
}
