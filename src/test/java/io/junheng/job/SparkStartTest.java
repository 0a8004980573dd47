package io.junheng.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

class SparkStartTest {
  private static SparkConf settings(Map<String, String> usual, Map<String, String> typed) {
    return new SparkStart("junheng", usual, typed).settings();
  }

  @Test
  void worksHereWithoutAPageUnlessToldOtherwise() {
    SparkConf conf = settings(Map.of(), Map.of());

    assertThat(conf.get("spark.master")).isEqualTo("local[*]");
    assertThat(conf.get("spark.ui.enabled")).isEqualTo("false");
    assertThat(conf.get("spark.app.name")).isEqualTo("junheng");
    assertThat(settings(Map.of("spark.master", "local[2]"), Map.of()).get("spark.master"))
        .isEqualTo("local[2]");
  }

  @Test
  void whatWasTypedComesBeforeSparkSubmitAndThatBeforeTheEnvironment() {
    System.setProperty("spark.junheng.test", "submitted");
    try {
      Map<String, String> usual = Map.of("spark.junheng.test", "environment");

      assertThat(settings(usual, Map.of()).get("spark.junheng.test")).isEqualTo("submitted");
      assertThat(settings(usual, Map.of("spark.junheng.test", "typed")).get("spark.junheng.test"))
          .isEqualTo("typed");
    } finally {
      System.clearProperty("spark.junheng.test");
    }
  }
}
