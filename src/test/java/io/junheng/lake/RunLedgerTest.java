package io.junheng.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.table.Run;
import io.junheng.testing.SharedSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedSpark.class)
class RunLedgerTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2024-09-01T12:00:00Z"), ZoneOffset.UTC);
  private static final RunHead HEAD =
      new RunHead("r1", "run", List.of("--period", "202310"), "0.1.0", "abc");

  @TempDir Path lake;

  @Test
  void theStateTellsOfARunThatWasCutOff() throws IOException {
    RunLedger ledger = start();
    ledger.stepBegins("ingest");
    ledger.stepEnds(
        "ingest", Map.of("silver.student", 12L), new TreeMap<>(Map.of("silver.student", 0L)));
    ledger.stepBegins("compute");

    assertThat(Files.readString(lake.resolve("runs/r1/run-state.json")))
        .isEqualTo(
            """
            {
              "run_id" : "r1",
              "command" : "run",
              "arguments" : [ "--period", "202310" ],
              "code_version" : "0.1.0",
              "conf_digest" : "abc",
              "started" : "2024-09-01T12:00:00Z",
              "outcome" : "running",
              "steps" : [ {
                "step" : "ingest",
                "started" : "2024-09-01T12:00:00Z",
                "ended" : "2024-09-01T12:00:00Z",
                "counts" : {
                  "silver.student" : 12
                }
              }, {
                "step" : "compute",
                "started" : "2024-09-01T12:00:00Z"
              } ],
              "versions_written" : {
                "silver.student" : 0
              }
            }
            """);
  }

  @Test
  void aRunThatEndsAddsOneRowWithTheVersionsThatItWrote(SparkSession spark) throws IOException {
    Lake tables = new Lake(spark, lake.toString());
    start().end("done", 0, tables);
    start().end("gate_closed", 1, tables);

    List<Row> runs =
        tables
            .read(Run.TABLE)
            .orderBy("exit_code")
            .select("run_id", "outcome", "exit_code", "versions_written")
            .collectAsList();
    assertThat(runs)
        .extracting(Row::mkString)
        .containsExactly("r1done0{}", "r1gate_closed1{\"ops.run\":0}");
    assertThat(Files.readString(lake.resolve("runs/r1/run-state.json")))
        .contains("\"outcome\" : \"gate_closed\"", "\"exit_code\" : 1");
  }

  @Test
  void secretsAreMasked() {
    RunHead head =
        new RunHead(
            "r1",
            "run",
            List.of(
                "--set",
                "mart.password=p=1",
                "--set",
                "hash_key=k1",
                "--set",
                "key_file=lake/.key",
                "--token",
                "t1",
                "jdbc:postgresql://db/x?user=u&password=p2&ssl=true",
                "https://me:p3@example.org/x"),
            "0.1.0",
            "");

    assertThat(head.arguments())
        .containsExactly(
            "--set",
            "mart.password=***",
            "--set",
            "hash_key=***",
            "--set",
            "key_file=lake/.key",
            "--token",
            "***",
            "jdbc:postgresql://db/x?user=u&password=***&ssl=true",
            "https://***@example.org/x");
  }

  private RunLedger start() throws IOException {
    return RunLedger.start(new Configuration(), lake.toString(), HEAD, NOON);
  }
}
