package io.junheng.publication.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.junheng.definition.Period;
import io.junheng.publication.Gold;
import io.junheng.publication.PublishedTables;
import io.junheng.table.CountyIndicator;
import io.junheng.table.CountyVerdict;
import io.junheng.table.DimFramework;
import io.junheng.table.DimIndicator;
import io.junheng.table.DimObsStatus;
import io.junheng.table.DimPeriod;
import io.junheng.table.DimStage;
import io.junheng.table.SchoolIndicator;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import io.junheng.testing.MemoryGold;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The mart on a real server: what readers see while it is loaded, and what stays of their own. */
class MartTest {
  private static final int COUNTIES = 20;
  private static final int READERS = 20;
  private static final int PUBLICATIONS = 50;

  private static EmbeddedPostgres server;
  private String database;

  @BeforeAll
  static void start() throws Exception {
    server = EmbeddedPostgres.builder().start();
    try (Connection admin = server.getPostgresDatabase().getConnection()) {
      execute(admin, "CREATE ROLE owner LOGIN CREATEROLE PASSWORD 'owner'");
      for (String role : List.of("bureau", "province_reader", "somebody")) {
        execute(admin, "CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(role, role));
      }
    }
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  /** Each test has a database of its own. */
  @BeforeEach
  void create() throws SQLException {
    database = "mart" + System.nanoTime();
    try (Connection admin = server.getPostgresDatabase().getConnection()) {
      execute(admin, "CREATE DATABASE %s OWNER owner".formatted(database));
    }
  }

  private Connection as(String user) throws SQLException {
    String url = "jdbc:postgresql://localhost:%d/%s".formatted(server.getPort(), database);
    return new Database(url, Optional.of(user), Optional.of(user)).connect();
  }

  private static void execute(Connection connection, String statement) throws SQLException {
    try (Statement one = connection.createStatement()) {
      one.execute(statement);
    }
  }

  private static List<String> read(Connection connection, String query) throws SQLException {
    try (Statement one = connection.createStatement();
        ResultSet rows = one.executeQuery(query)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  private Published publish(Gold gold) throws SQLException {
    try (Connection owner = as("owner")) {
      return new PublishToMart("province").apply(owner, gold);
    }
  }

  /** Gold in which every figure is the same number, so that a mixture would show. */
  private static MemoryGold gold(int figure) {
    MemoryGold gold = new MemoryGold(List.of(Period.parse("202310")));
    gold.with(DimPeriod.TABLE, Map.of(DimPeriod.PERIOD, 202310));
    gold.with(
        DimStage.TABLE,
        Map.of(
            DimStage.STAGE,
            "primary",
            DimStage.TITLE_ZH,
            "小学",
            DimStage.TITLE_EN,
            "Primary",
            DimStage.SORT_ORDER,
            1));
    gold.with(
        DimIndicator.TABLE,
        Map.of(
            DimIndicator.INDICATOR, "area_per_pupil",
            DimIndicator.TITLE_ZH, "生均面积",
            DimIndicator.TITLE_EN, "Area per pupil",
            DimIndicator.SORT_ORDER, 1));
    gold.with(DimFramework.TABLE, Map.of(DimFramework.FRAMEWORK, "balance"));
    gold.with(DimObsStatus.TABLE, Map.of(DimObsStatus.OBS_STATUS, "A"));
    for (int i = 0; i < COUNTIES; i++) {
      String county = "9901%02d".formatted(i);
      gold.with(
          CountyIndicator.TABLE,
          Map.of(
              CountyIndicator.PERIOD,
              202310,
              CountyIndicator.AREA_CODE,
              county,
              CountyIndicator.STAGE,
              "primary",
              CountyIndicator.INDICATOR,
              "area_per_pupil",
              CountyIndicator.BREAKDOWN,
              Table.TOTAL,
              CountyIndicator.VALUE,
              (double) figure,
              CountyIndicator.NUMERATOR,
              BigDecimal.valueOf(figure),
              CountyIndicator.OBS_STATUS,
              "A",
              CountyIndicator.CONF_STATUS,
              i == 0 ? "C" : "F"));
      gold.with(
          CountyVerdict.TABLE,
          Map.of(
              CountyVerdict.PERIOD,
              202310,
              CountyVerdict.FRAMEWORK,
              "balance",
              CountyVerdict.COUNTY_CODE,
              county,
              CountyVerdict.MET_COUNT,
              figure,
              CountyVerdict.VERDICT,
              "passed"));
    }
    gold.with(
        SchoolIndicator.TABLE,
        Map.of(
            SchoolIndicator.PERIOD, 202310,
            SchoolIndicator.COUNTY_CODE, "990100",
            SchoolIndicator.SCHOOL_CODE, "a\tb\\c\n「𠮷」",
            SchoolIndicator.STAGE, "primary",
            SchoolIndicator.INDICATOR, "area_per_pupil",
            SchoolIndicator.VALUE, (double) figure));
    return gold;
  }

  @Test
  void allTablesHaveKeysReferencesIndexesAndComments() throws SQLException {
    publish(gold(1));
    try (Connection owner = as("owner")) {
      for (Table table : PublishedTables.all()) {
        assertThat(
                read(
                    owner,
                    "SELECT indexdef FROM pg_indexes WHERE schemaname = 'gold' AND indexname = '%s_key'"
                        .formatted(table.name())))
            .as(table.name())
            .singleElement()
            .asString()
            .contains("UNIQUE");
        for (TableColumn column : table.columns()) {
          assertThat(
                  read(
                      owner,
                      "SELECT col_description('gold.%s'::regclass, attnum) FROM pg_attribute WHERE attrelid = 'gold.%s'::regclass AND attname = '%s'"
                          .formatted(table.name(), table.name(), column.columnName())))
              .containsExactly(column.comment());
        }
      }
      assertThat(
              read(
                  owner,
                  "SELECT conname FROM pg_constraint WHERE contype = 'f' AND conrelid = 'gold.county_indicator'::regclass ORDER BY 1"))
          .containsExactly(
              "county_indicator_indicator",
              "county_indicator_obs_status",
              "county_indicator_period",
              "county_indicator_stage");
    }
  }

  @Test
  void everyCellComesThroughWhateverItHolds() throws SQLException {
    publish(gold(1));
    try (Connection owner = as("owner")) {
      assertThat(read(owner, "SELECT school_code FROM gold.school_indicator"))
          .containsExactly("a\tb\\c\n「𠮷」");
    }
  }

  @Test
  void everyRowSaysWhichReleaseItComesFrom() throws SQLException {
    publish(gold(1));
    publish(gold(1).released(Period.parse("202310"), "2023-r1"));
    try (Connection owner = as("owner")) {
      for (String query :
          List.of(
              "SELECT DISTINCT release_id FROM gold.county_verdict",
              "SELECT DISTINCT release_id FROM gold.dim_stage",
              "SELECT DISTINCT release_id FROM gold.county_scorecard",
              "SELECT DISTINCT \"发布编号\" FROM gold_zh.\"县级测算结果\"")) {
        assertThat(read(owner, query)).as(query).containsExactly("2023-r1");
      }
    }
  }

  @Test
  void theSameAgainChangesNothing() throws SQLException {
    assertThat(publish(gold(1)).changed()).isPositive();
    assertThat(publish(gold(1)).changed()).isZero();
    assertThat(publish(gold(2)).changed()).isEqualTo(2L * (2 * COUNTIES + 1));
  }

  /** A reader looks at two tables in one statement: both tell the same figure, and only one. */
  @Test
  void twentyReadersDuringFiftyPublicationsSeeNoMixture() throws Exception {
    publish(gold(1));
    try (Connection owner = as("owner")) {
      execute(owner, "GRANT junheng_province TO province_reader");
    }
    AtomicBoolean isOver = new AtomicBoolean();
    ExecutorService readers = Executors.newFixedThreadPool(READERS);
    try {
      List<Future<Integer>> looks = new ArrayList<>();
      for (int i = 0; i < READERS; i++) {
        looks.add(readers.submit((Callable<Integer>) () -> look(isOver)));
      }
      try (Connection owner = as("owner")) {
        for (int figure = 2; figure <= PUBLICATIONS + 1; figure++) {
          new PublishToMart("province").apply(owner, gold(figure));
        }
      }
      isOver.set(true);
      int seen = 0;
      for (Future<Integer> look : looks) {
        seen += look.get();
      }
      assertThat(seen).isGreaterThan(READERS);
    } finally {
      isOver.set(true);
      readers.shutdownNow();
    }
  }

  private int look(AtomicBoolean isOver) throws SQLException, InterruptedException {
    int looks = 0;
    try (Connection reader = as("province_reader")) {
      while (!isOver.get()) {
        assertThat(
                read(
                    reader,
                    """
                    SELECT count(*) || ' ' || count(DISTINCT figure) FROM (
                      SELECT value::int AS figure FROM gold.county_indicator
                      UNION ALL SELECT met_count FROM gold.county_verdict
                      UNION ALL SELECT area_per_pupil__primary::int FROM gold.county_scorecard) AS f"""))
            .containsExactly(3 * COUNTIES + " 1");
        looks++;
        Thread.sleep(20);
      }
    }
    return looks;
  }

  @Test
  void aPublicationThatIsKilledInItsMiddleLeavesTheOldWhole() throws Exception {
    publish(gold(1));
    try (Connection owner = as("owner");
        Connection admin = server.getPostgresDatabase().getConnection()) {
      Gold killed = new KilledGold(gold(2), () -> kill(admin));
      assertThatThrownBy(() -> new PublishToMart("province").apply(owner, killed))
          .isInstanceOf(SQLException.class);
    }
    try (Connection owner = as("owner")) {
      assertThat(read(owner, "SELECT DISTINCT value::int FROM gold.county_indicator"))
          .containsExactly("1");
      assertThat(read(owner, "SELECT DISTINCT met_count FROM gold.county_verdict"))
          .containsExactly("1");
    }
    assertThat(publish(gold(2)).changed()).isPositive();
  }

  private void kill(Connection admin) {
    try {
      read(
          admin,
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s' AND application_name = 'junheng'"
              .formatted(database));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Does something when the verdicts are asked for, after other tables are already loaded. */
  private record KilledGold(Gold gold, Runnable then) implements Gold {
    @Override
    public List<Period> periods() {
      return gold.periods();
    }

    @Override
    public List<org.apache.spark.sql.Row> rows(Table table) {
      if (table.equals(CountyVerdict.TABLE)) {
        then.run();
      }
      return gold.rows(table);
    }

    @Override
    public Optional<String> release(Period period) {
      return gold.release(period);
    }

    @Override
    public List<org.apache.spark.sql.Row> rows(Table table, Period period) {
      return gold.rows(table, period);
    }
  }

  @Test
  void viewsGrantsAndColumnsOfUsersStay() throws SQLException {
    publish(gold(1));
    try (Connection owner = as("owner")) {
      execute(owner, "CREATE SCHEMA mine");
      execute(owner, "CREATE VIEW mine.met AS SELECT met_count FROM gold.county_verdict");
      execute(owner, "ALTER TABLE gold.county_verdict ADD COLUMN remark text");
      execute(owner, "GRANT USAGE ON SCHEMA gold TO somebody");
      execute(owner, "GRANT SELECT ON gold.dim_stage TO somebody");
    }
    publish(gold(7));
    try (Connection owner = as("owner");
        Connection somebody = as("somebody")) {
      assertThat(read(owner, "SELECT DISTINCT met_count FROM mine.met")).containsExactly("7");
      assertThat(read(owner, "SELECT DISTINCT remark FROM gold.county_verdict"))
          .containsExactly((String) null);
      assertThat(read(somebody, "SELECT stage FROM gold.dim_stage")).containsExactly("primary");
    }
  }

  @Test
  void aColumnThatTheDatabaseDoesNotHaveYetIsAdded() throws SQLException {
    publish(gold(1));
    try (Connection owner = as("owner")) {
      execute(owner, "ALTER TABLE gold.county_verdict DROP COLUMN verdict CASCADE");
      execute(owner, "UPDATE gold_access.publication SET definition = 'of an older version'");
      execute(owner, "CREATE SCHEMA mine");
      execute(owner, "CREATE VIEW mine.met AS SELECT met_count FROM gold.county_verdict");
    }
    publish(gold(2));
    try (Connection owner = as("owner")) {
      assertThat(read(owner, "SELECT DISTINCT verdict FROM gold.county_verdict"))
          .containsExactly("passed");
      assertThat(read(owner, "SELECT DISTINCT met_count FROM mine.met")).containsExactly("2");
    }
  }

  @Test
  void aCountyReadsItsOwnRowsAloneAlsoBehindViews() throws SQLException {
    publish(gold(1));
    try (Connection owner = as("owner")) {
      execute(owner, "GRANT junheng_county TO bureau");
      execute(owner, "GRANT junheng_province TO province_reader");
      execute(owner, "INSERT INTO gold_access.account_area VALUES ('bureau', '990100')");
      execute(owner, "CREATE VIEW gold.everything AS SELECT * FROM gold.county_indicator");
    }
    try (Connection bureau = as("bureau");
        Connection province = as("province_reader");
        Connection somebody = as("somebody")) {
      for (String table :
          List.of("gold.county_indicator", "gold.everything", "gold.county_scorecard")) {
        assertThat(read(bureau, "SELECT area_code FROM " + table)).containsExactly("990100");
        assertThat(read(province, "SELECT area_code FROM " + table)).hasSize(COUNTIES);
      }
      assertThat(read(bureau, "SELECT conf_status FROM gold.county_indicator"))
          .containsExactly("C");
      assertThat(read(bureau, "SELECT \"县(市、区)代码\" FROM gold_zh.\"县级测算结果\""))
          .containsExactly("990100");
      assertThatThrownBy(() -> read(somebody, "SELECT * FROM gold.county_indicator"))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void aDatabaseHoldsTheResultsOfOneAudience() throws SQLException {
    publish(gold(1));
    try (Connection owner = as("owner")) {
      assertThatThrownBy(() -> new PublishToMart("public").apply(owner, gold(1)))
          .isInstanceOf(MartRefused.class)
          .hasMessageContaining("This database holds results for province");
    }
  }

  @Test
  void aSuperuserIsRefusedBecauseNoRuleHoldsBehindItsViews() throws SQLException {
    try (Connection admin = server.getDatabase("postgres", database).getConnection()) {
      assertThatThrownBy(() -> new PublishToMart("province").apply(admin, gold(1)))
          .isInstanceOf(MartRefused.class)
          .hasMessageContaining("superuser");
    }
  }
}
