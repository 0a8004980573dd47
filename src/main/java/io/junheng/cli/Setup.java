package io.junheng.cli;

import io.junheng.config.ConfReader;
import io.junheng.config.ConfResult;
import io.junheng.config.Environment;
import io.junheng.config.EnvironmentReader;
import io.junheng.config.EnvironmentResult;
import io.junheng.config.Problem;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Language;
import io.junheng.definition.Text;
import io.junheng.job.JobException;
import io.junheng.job.JobRequest;
import io.junheng.job.LakeReport;
import io.junheng.job.Outcome;
import io.junheng.job.SparkStart;
import io.junheng.job.Watcher;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a command works on: the definitions of {@code conf/} and the environment it works in. */
record Setup(Catalogue catalogue, Environment environment) {

  /** Reads both, as a step on the screen. */
  static Setup read(Junheng junheng) {
    Path conf = junheng.options().conf(junheng.terminal());
    Watcher.Step step =
        junheng.screen().begin(new Text("读取定义 " + conf, "Read definitions " + conf));
    boolean isDone = false;
    try {
      Environment environment = environment(conf, junheng.options());
      Catalogue catalogue = catalogue(conf);
      step.end(counts(catalogue));
      isDone = true;
      return new Setup(
          environment.maxRejectedShare().map(catalogue::withMaxRejectedShare).orElse(catalogue),
          environment);
    } finally {
      if (!isDone) {
        step.fail();
      }
    }
  }

  private static Catalogue catalogue(Path conf) {
    ConfResult result = new ConfReader(conf).read();
    return result.catalogue().orElseThrow(() -> mistakes(conf, result.problems()));
  }

  private static Environment environment(Path conf, SharedOptions options) {
    EnvironmentResult result =
        new EnvironmentReader(conf).read(options.environment(), options.settings());
    return result.environment().orElseThrow(() -> mistakes(conf, result.problems()));
  }

  private static JobException mistakes(Path conf, List<Problem> problems) {
    return new JobException(
        Outcome.CONFIGURATION,
        new Text(
            Problem.list(problems, conf.toString(), Language.ZH),
            Problem.list(problems, conf.toString(), Language.EN)));
  }

  /** The lake's root: {@code --lake}, or the environment's. */
  String lake(SharedOptions options) {
    return options.lake().orElse(environment.lake());
  }

  /** What a job is asked to do, about older deliveries too. */
  JobRequest request(Junheng junheng, boolean acceptOlder) {
    return request(junheng).with(acceptOlder ? JobRequest.Older.TAKEN : JobRequest.Older.LEFT);
  }

  /** What a job is asked to do. */
  JobRequest request(Junheng junheng) {
    SharedOptions options = junheng.options();
    return new JobRequest(
            catalogue,
            lake(options),
            Optional.of(options.landing().orElse(environment.landing())),
            options.periods(),
            environment.keyFile(),
            false,
            junheng.typed())
        .with(environment.databases());
  }

  /** What the lake can tell without Spark; what its storage has to say goes to the log file. */
  LakeReport report(Junheng junheng, String lake) {
    junheng.logTo(LogPlace.of(lake));
    return new LakeReport(spark(junheng.options()), lake);
  }

  /** How Spark is started: the environment's settings, and those typed with {@code --set}. */
  SparkStart spark(SharedOptions options) {
    Map<String, String> usual = new HashMap<>(environment.spark());
    environment
        .shufflePartitions()
        .ifPresent(n -> usual.put("spark.sql.shuffle.partitions", Integer.toString(n)));
    if (options.volume() == Screen.Volume.LOUD) {
      usual.putIfAbsent("spark.ui.enabled", "true");
    }
    Map<String, String> typed =
        options.settings().entrySet().stream()
            .filter(setting -> setting.getKey().startsWith("spark."))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return new SparkStart("junheng", usual, typed);
  }

  /** How many definitions of each kind there are. */
  static Text counts(Catalogue catalogue) {
    int[] counts = {
      catalogue.contracts().size(),
      catalogue.measures().size(),
      catalogue.indicators().size(),
      catalogue.frameworks().size()
    };
    return new Text(
        "%d 个数据集 · %d 项计量 · %d 项指标 · %d 个评价体系".formatted(boxed(counts)),
        "%d contracts · %d measures · %d indicators · %d frameworks".formatted(boxed(counts)));
  }

  private static Object[] boxed(int[] counts) {
    return java.util.Arrays.stream(counts).boxed().toArray();
  }
}
