package io.junheng.cli;

import io.junheng.config.Environment;
import io.junheng.config.EnvironmentReader;
import io.junheng.config.EnvironmentResult;
import io.junheng.config.Problem;
import io.junheng.definition.Language;
import io.junheng.definition.Text;
import io.junheng.job.JobException;
import io.junheng.job.Outcome;
import io.junheng.job.PastRuns;
import io.junheng.job.SparkStart;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where a command works: one environment of {@code conf/env}, with what was typed in its place.
 * Read in an instant, for commands that need no definitions.
 */
record WorkPlace(Environment environment, SharedOptions options) {
  /** Reads the environment that was asked for. */
  static WorkPlace read(Junheng junheng) {
    SharedOptions options = junheng.options();
    Path conf = options.conf(junheng.terminal());
    EnvironmentResult result =
        new EnvironmentReader(conf).read(options.environment(), options.settings());
    return new WorkPlace(
        result.environment().orElseThrow(() -> mistakes(conf, result.problems())), options);
  }

  static JobException mistakes(Path conf, List<Problem> problems) {
    return new JobException(
        Outcome.CONFIGURATION,
        new Text(
            Problem.list(problems, conf.toString(), Language.ZH),
            Problem.list(problems, conf.toString(), Language.EN)));
  }

  /** The lake's root: {@code --lake}, or the environment's. */
  String lake() {
    return options.lake().orElse(environment.lake());
  }

  /** The deliveries' root: {@code --landing}, or the environment's. */
  String landing() {
    return options.landing().orElse(environment.landing());
  }

  /** The runs of the lake; a lake that is plainly not there is told. */
  PastRuns runs() {
    Pipeline.requireLake(lake());
    return new PastRuns(spark(), lake());
  }

  /** How Spark is started: the environment's settings, and those typed with {@code --set}. */
  SparkStart spark() {
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
}
