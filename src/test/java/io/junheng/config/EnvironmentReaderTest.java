package io.junheng.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.SmallCounts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnvironmentReaderTest {
  private static EnvironmentResult read(Map<String, String> typed) {
    return new EnvironmentReader(OverlaidConf.SMALL).read("local", typed);
  }

  private static List<String> lines(Map<String, String> typed) {
    return read(typed).problems().stream().map(Problem::toString).toList();
  }

  @Test
  void theFileSaysWhereThingsAre() {
    assertThat(read(Map.of()).environment())
        .contains(
            new Environment(
                "lake",
                "landing",
                "lake/.key",
                Optional.empty(),
                Optional.of(2),
                Map.of("spark.executor.memory", "2g", "spark.executor.cores", "2")));
  }

  @Test
  void whatIsTypedStandsInPlaceOfTheFile() {
    Map<String, String> typed =
        Map.of(
            "lake", "2024",
            "shuffle_partitions", "8",
            "max_rejected_share", "0.2",
            "spark.executor.cores", "4");
    Environment environment = read(typed).environment().orElseThrow();
    assertThat(environment.lake()).isEqualTo("2024");
    assertThat(environment.shufflePartitions()).contains(8);
    assertThat(environment.maxRejectedShare()).contains(0.2);
    assertThat(environment.spark()).containsEntry("spark.executor.cores", "4");
  }

  @Test
  void anUnknownKeyOnTheCommandLineIsAProblem() {
    assertThat(lines(Map.of("lak", "x")))
        .containsExactly(
            "--set:1:1 unknown_key: 'lak' is not a key of an environment. Did you mean 'lake'?");
  }

  @Test
  void aWrongValueOnTheCommandLineIsAProblem() {
    assertThat(lines(Map.of("shuffle_partitions", "many")))
        .containsExactly(
            "--set:1:1 wrong_type: 'shuffle_partitions' must be a whole number, not the text 'many'");
  }

  @Test
  void whatStandsWithinAMappingIsTypedWithADot() {
    Environment environment =
        read(Map.of(
                "mart.url", "jdbc:postgresql://db/junheng",
                "mart.user", "junheng",
                "mart.driver", "drivers/dm.jar",
                "small_counts.people", "5"))
            .environment()
            .orElseThrow();
    assertThat(environment.mart())
        .contains(
            new Environment.Mart(
                "jdbc:postgresql://db/junheng",
                Optional.of("junheng"),
                Optional.empty(),
                Optional.of("drivers/dm.jar")));
    assertThat(environment.smallCounts()).isEqualTo(new SmallCounts(5, 3));
    assertThat(lines(Map.of("mart.urll", "x")))
        .containsExactly(
            "--set:1:1 unknown_key: 'mart.urll' is not a key of an environment. Did you mean 'mart.url'?");
  }

  @Test
  void anAddressWithAPasswordIsRefusedAndNotRepeated() {
    assertThat(lines(Map.of("mart.url", "jdbc:postgresql://db/junheng?user=a&password=hush")))
        .singleElement()
        .asString()
        .contains("a JDBC address without a password")
        .doesNotContain("hush");
  }

  @Test
  void aShareLiesBetweenNoughtAndOne() {
    assertThat(lines(Map.of("max_rejected_share", "5")))
        .containsExactly(
            "src/test/resources/conf/small/env/local.yaml:1:1 bad_value: max_rejected_share lies between 0 and 1");
  }
}
