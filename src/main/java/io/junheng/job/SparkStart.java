package io.junheng.job;

import io.junheng.lake.LakeSession;
import io.junheng.lake.SparkEvents;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.SparkSession;

/**
 * How Spark is started: here if nobody says otherwise, with the settings of the environment, those
 * of spark-submit before them, and those typed with {@code --set} before all.
 *
 * @param usual Spark settings of the environment, by their full names
 * @param typed Spark settings of the command line
 */
public record SparkStart(String name, Map<String, String> usual, Map<String, String> typed) {
  public SparkStart {
    usual = Map.copyOf(usual);
    typed = Map.copyOf(typed);
  }

  /**
   * The same for a run: Spark knows it by the run's id, and keeps its events with the lake unless
   * settings say otherwise.
   */
  public SparkStart ofRun(RunId run, String lake) {
    Map<String, String> own = new HashMap<>();
    own.put("spark.app.name", name + " " + run.text());
    own.put("spark.eventLog.enabled", "true");
    own.put("spark.eventLog.dir", SparkEvents.folder(lake).toString());
    // One file a run: a run's events are some megabytes at most.
    own.put("spark.eventLog.rolling.enabled", "false");
    own.put("spark.eventLog.compress", "true");
    own.putAll(usual);
    return new SparkStart(name, own, typed);
  }

  SparkSession start() throws IOException {
    SparkConf conf = settings();
    if (conf.getBoolean("spark.eventLog.enabled", false) && conf.contains("spark.eventLog.dir")) {
      SparkEvents.make(
          SparkHadoopUtil.get().newConfiguration(conf), new Path(conf.get("spark.eventLog.dir")));
    }
    return LakeSession.configure(SparkSession.builder().config(conf)).getOrCreate();
  }

  /** Whether this process runs within a cluster, as spark-submit's cluster mode has it. */
  boolean isDriverInCluster() {
    return settings().get("spark.submit.deployMode", "client").equals("cluster");
  }

  /** All but what the lake itself needs. */
  SparkConf settings() {
    // Spark's own system properties, which is where spark-submit and the launcher put theirs.
    SparkConf conf = new SparkConf();
    usual.forEach(conf::setIfMissing);
    typed.forEach(conf::set);
    conf.setIfMissing("spark.master", "local[*]");
    conf.setIfMissing("spark.app.name", name);
    if (conf.get("spark.master").startsWith("local")) {
      LakeSession.ofOneProcess().forEach(conf::setIfMissing);
      conf.setIfMissing("spark.ui.enabled", "false");
      // A machine that is put to sleep goes on when it wakes; nobody else could take over.
      conf.setIfMissing("spark.network.timeout", "24h");
    }
    return conf;
  }
}
