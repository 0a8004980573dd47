package io.junheng.testing;

import io.junheng.lake.LakeSession;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The one Spark session of a test run: local, small, without a web page, with the lake's settings.
 * It ends with the JVM.
 *
 * <p>Use: {@code @ExtendWith(SharedSpark.class)} and a {@code SparkSession} parameter on a test, on
 * a method that runs before, or on the constructor; or {@link #session()}.
 */
public final class SharedSpark implements ParameterResolver {
  /** Expressions are compiled, as they are outside of tests: pays from some ten thousand rows. */
  public static final Map<String, String> COMPILED =
      Map.of(
          "spark.sql.codegen.wholeStage", "true",
          "spark.sql.codegen.factoryMode", "FALLBACK");

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SparkSession.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return session();
  }

  /** The session, started by whoever asks first. */
  public static SparkSession session() {
    return Started.SESSION;
  }

  /** Does some work while the session has other settings than it usually has. */
  public static void with(Map<String, String> settings, Runnable work) {
    RuntimeConfig session = session().conf();
    Map<String, String> before = new HashMap<>();
    settings.keySet().forEach(name -> before.put(name, session.get(name)));
    settings.forEach(session::set);
    try {
      work.run();
    } finally {
      before.forEach(session::set);
    }
  }

  /** Starts the session when it is first touched. */
  private static final class Started {
    private static final SparkSession SESSION =
        LakeSession.configure(SparkSession.builder().config(settings()))
            .master("local[2]")
            .appName("junheng tests")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.default.parallelism", "2")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.log.level", "ERROR")
            // A machine that stood still for a while goes on.
            .config("spark.network.timeout", "24h")
            // Shipped definitions come to some thousand generated classes; to compile them costs
            // tests of a few rows a third of their time. See COMPILED for the others.
            .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
            .config("spark.sql.codegen.wholeStage", "false")
            // What a web page would tell of past queries is kept in memory even without the page.
            .config("spark.sql.ui.retainedExecutions", "10")
            .config("spark.ui.retainedJobs", "10")
            .config("spark.ui.retainedStages", "10")
            .config("spark.ui.retainedTasks", "100")
            // As conf/env/local.yaml has it.
            .config("spark.sql.adaptive.enabled", "false")
            .getOrCreate();

    private static SparkConf settings() {
      SparkConf settings = new SparkConf();
      LakeSession.ofOneProcess().forEach(settings::set);
      return settings;
    }
  }
}
