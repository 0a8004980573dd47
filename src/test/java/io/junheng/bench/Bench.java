package io.junheng.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jobs/bench FIGURE…}: what is measured, how large and how often. */
@Command(name = "jobs/bench")
public final class Bench implements Callable<Integer> {
  /** In the order of {@code all}. */
  private static final List<String> ALL =
      List.of("intake", "compute", "measures", "rerun", "scale", "cores", "cluster", "demo");

  @Parameters(arity = "1..*")
  private List<String> benchmarks = List.of();

  @Option(names = "--pupils")
  private int pupils = 500_000;

  @Option(names = "--rounds")
  private int rounds = 5;

  @Option(names = "--work")
  private Path work = Path.of("target/bench/work");

  @Option(names = "--results")
  private Path results = Path.of("target/bench");

  @Option(names = "--docs", description = "where performance.md and performance.json go")
  private Path docs = Path.of("docs");

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Files.createDirectories(work);
    Results kept = new Results(results);
    for (String benchmark : benchmarks.equals(List.of("all")) ? ALL : benchmarks) {
      if (!benchmark.equals("page")) {
        Map<String, Object> machine = Machine.describe();
        Measured measured = measured(benchmark, Ground.of(work, pupils, rounds));
        int size = benchmark.equals("demo") ? DemoBench.PUPILS : pupils;
        kept.keep(benchmark, size, rounds, machine, measured);
      }
      kept.tell(docs);
    }
    return 0;
  }

  private static Measured measured(String benchmark, Ground ground) throws Exception {
    return switch (benchmark) {
      case "intake" -> new IntakeBench(ground).measure();
      case "compute" -> new ComputeBench(ground).measure();
      case "measures" -> new MeasuresBench(ground).measure();
      case "rerun" -> new RerunBench(ground).measure();
      case "scale" -> new ScaleBench(ground).scale();
      case "cores" -> new ScaleBench(ground).cores();
      case "cluster" -> new ClusterBench(ground).measure();
      case "demo" -> new DemoBench(ground).measure();
      default ->
          throw new IllegalArgumentException(
              "no benchmark '%s'; there are: %s, all, page"
                  .formatted(benchmark, String.join(", ", ALL)));
    };
  }
}
