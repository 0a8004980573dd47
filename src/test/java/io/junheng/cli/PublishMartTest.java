package io.junheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.junheng.testing.LakeCopy;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code publish mart} as it is typed, into a real server. The lake is the made-up province's, of
 * which one county sees verdicts and league tables.
 */
class PublishMartTest {
  private static final String AUDIENCE = "county:990102";
  private static final String LOADED =
      "dim_(?!school).*|bridge_area_set|county_verdict|league_table";
  private static final long LIMIT_SECONDS = 240;

  /** Rows of the league table are to be changed, and cannot be yet. */
  private static final String WAITING =
      "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'junheng'"
          + " AND wait_event_type = 'Lock' AND query LIKE 'DELETE FROM%league_table%'";

  private static final String CONNECTED =
      "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'junheng'";
  private static final String FIGURES =
      "SELECT string_agg(DISTINCT met_count::text, ',') FROM (SELECT met_count FROM"
          + " gold.county_verdict UNION ALL SELECT met_count FROM gold.league_table) AS figures";

  @TempDir private static Path folder;
  private static Path lake;
  private static EmbeddedPostgres server;
  private String database;

  @BeforeAll
  static void start() throws Exception {
    lake = LakeCopy.gold(folder, table -> table.matches(LOADED));
    server = EmbeddedPostgres.builder().start();
    try (Connection admin = server.getPostgresDatabase().getConnection()) {
      execute(admin, "CREATE ROLE owner LOGIN CREATEROLE");
    }
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @BeforeEach
  void create() throws SQLException {
    database = "mart" + System.nanoTime();
    try (Connection admin = server.getPostgresDatabase().getConnection()) {
      execute(admin, "CREATE DATABASE %s OWNER owner".formatted(database));
    }
  }

  private String url() {
    return "jdbc:postgresql://localhost:%d/%s".formatted(server.getPort(), database);
  }

  private Connection owner() throws SQLException {
    return DriverManager.getConnection(url(), "owner", "");
  }

  private static void execute(Connection connection, String statement) throws SQLException {
    try (Statement one = connection.createStatement()) {
      one.execute(statement);
    }
  }

  private static String read(Connection connection, String query) throws SQLException {
    try (Statement one = connection.createStatement();
        ResultSet rows = one.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private List<String> line(String audience, String user, String... more) {
    List<String> line = new ArrayList<>(List.of("publish", "mart", "--lake", lake.toString()));
    line.addAll(List.of("--url", url(), "--set", "mart.user=" + user, "--audience", audience));
    line.addAll(List.of(more));
    return line;
  }

  private Captured typed(int exitCode, List<String> line) {
    Captured captured = Captured.plain(Map.of());
    assertThat(captured.run(line.toArray(String[]::new))).as(captured.err()).isEqualTo(exitCode);
    return captured;
  }

  private JsonNode published() throws IOException {
    return new ObjectMapper().readTree(typed(0, line(AUDIENCE, "owner", "--json")).out());
  }

  @Test
  void whatIsTypedLoadsTheMartAndNeitherRefusalsNorTypingItAgainChangeIt() throws Exception {
    JsonNode first = published();
    assertThat(first.path("outcome").asText()).isEqualTo("done");
    assertThat(first.path("rows").asLong()).isPositive();
    assertThat(first.path("changed")).isEqualTo(first.path("rows"));
    try (Connection owner = owner()) {
      assertThat(read(owner, "SELECT count(DISTINCT \"周期\") FROM gold_zh.\"监测结果一览表\""))
          .isEqualTo("2");
    }
    assertRefusals();
    JsonNode again = published();
    assertThat(again.path("changed").asLong()).isZero();
    assertThat(again.path("rows")).isEqualTo(first.path("rows"));
  }

  private void assertRefusals() throws SQLException {
    assertThat(typed(2, line(AUDIENCE, "nobody_here")).err())
        .contains("\"nobody_here\" does not exist", "It still holds what it held")
        .doesNotContain("\tat ");
    assertThat(typed(2, line("public", "owner")).err())
        .contains("This database holds results for " + AUDIENCE);
    try (Connection other = owner()) {
      other.setAutoCommit(false);
      execute(other, "SELECT pg_advisory_xact_lock(hashtext('junheng.mart'))");
      assertThat(typed(6, line(AUDIENCE, "owner")).err()).contains("Another program is publishing");
    }
  }

  /**
   * A lock holds the load up after the verdicts and before the league table, and there the program
   * is killed. Which rows a reader sees is told by figures that were put in before.
   */
  @Test
  void aProgramThatIsKilledInTheMiddleOfTheLoadLeavesTheOldWhole() throws Exception {
    published();
    try (Connection owner = owner();
        Connection blocking = owner()) {
      execute(owner, "UPDATE gold.county_verdict SET met_count = 1000");
      execute(owner, "UPDATE gold.league_table SET met_count = 1000");
      blocking.setAutoCommit(false);
      execute(blocking, "LOCK TABLE gold.league_table IN SHARE ROW EXCLUSIVE MODE");
      Process program = program();
      try {
        waitUntil(program, owner, WAITING, "1");
        assertThat(read(owner, FIGURES)).isEqualTo("1000");
      } finally {
        program.destroyForcibly();
      }
      assertThat(program.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
      blocking.rollback();
      waitUntil(program, owner, CONNECTED, "0");
      assertThat(read(owner, FIGURES)).isEqualTo("1000");
      assertThat(read(owner, "SELECT count(*) FROM pg_class WHERE relname LIKE 'new\\_%'"))
          .isEqualTo("0");
    }
    assertThat(published().path("changed").asLong()).isPositive();
    try (Connection owner = owner()) {
      assertThat(read(owner, FIGURES)).isNotNull().doesNotContain("1000");
    }
  }

  private static void waitUntil(Process program, Connection connection, String query, String count)
      throws SQLException, InterruptedException, IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    boolean ran = program.isAlive();
    while (!read(connection, query).equals(count)) {
      assertThat(System.nanoTime() < end && ran == program.isAlive())
          .as("%s is not %s; the program said: %s", query, count, Files.readString(said()))
          .isTrue();
      Thread.sleep(50);
    }
  }

  private static Path said() {
    return folder.resolve("said");
  }

  /** The same command in a JVM of its own. */
  private Process program() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("--add-opens") || option.startsWith("-XX:+Ignore"))
        .forEach(command::add);
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", classPath(), "io.junheng.cli.Junheng"));
    command.addAll(line(AUDIENCE, "owner"));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(said().toFile())
        .start();
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
