package io.junheng.publication.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.junheng.config.DialectReader;
import io.junheng.definition.Dialect;
import io.junheng.definition.Period;
import io.junheng.publication.Gold;
import io.junheng.publication.postgres.MartRefused;
import io.junheng.table.ColumnType;
import io.junheng.table.CountyVerdict;
import io.junheng.table.DimArea;
import io.junheng.table.DimIndicator;
import io.junheng.table.Table;
import io.junheng.testing.MemoryGold;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The shipped dialects, on the databases that a build can have: H2 as it is, and PostgreSQL in
 * place of those that take its statements. Of the others only the text is looked at.
 */
class DialectTest {
  private static final Path CONF = Path.of("conf");
  private static final Period PERIOD = Period.parse("202310");
  private static final String LONG = "县".repeat(5_000);
  private static EmbeddedPostgres server;

  @TempDir private Path folder;

  @AfterAll
  static void stop() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  private static Dialect dialect(String id) {
    return shipped().get(id);
  }

  private static Map<String, Dialect> shipped() {
    try (Stream<Path> files = Files.list(CONF.resolve("dialects"))) {
      return files
          .flatMap(file -> Stream.of(file.getFileName().toString().replace(".yaml", "")))
          .collect(
              Collectors.toMap(
                  id -> id,
                  id ->
                      DialectReader.find(CONF, "jdbc:%s:x".formatted(PREFIXES.getOrDefault(id, id)))
                          .orElseThrow(),
                  (first, second) -> first,
                  TreeMap::new));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static final Map<String, String> PREFIXES =
      Map.of("kingbase", "kingbase8", "dameng", "dm");

  /** A new connection to the one database of a test. */
  private Connection open(String id) throws Exception {
    if (id.equals("h2")) {
      return new UserDriver(dialect(id).driver(), Optional.empty())
          .connect(
              "jdbc:h2:mem:" + folder.getFileName() + ";DB_CLOSE_DELAY=-1",
              Optional.of("sa"),
              Optional.empty());
    }
    String database = "d" + Integer.toHexString(folder.hashCode());
    if (server == null) {
      server = EmbeddedPostgres.builder().start();
    }
    try (Connection admin = server.getPostgresDatabase().getConnection();
        Statement statement = admin.createStatement()) {
      if (read(admin, "SELECT 1 FROM pg_database WHERE datname = '" + database + "'").isEmpty()) {
        statement.execute("CREATE DATABASE " + database);
      }
    }
    return server.getDatabase("postgres", database).getConnection();
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

  /** Gold in which two tables tell the same figure, so that a mixture would show. */
  private static MemoryGold gold(int figure) {
    MemoryGold gold = new MemoryGold(List.of(PERIOD)).released(PERIOD, "2023-r" + figure);
    gold.with(
        DimArea.TABLE,
        Map.of(
            DimArea.AREA_CODE, "990101",
            DimArea.VALID_FROM, Date.valueOf("2020-01-31"),
            DimArea.NAME_ZH, "𠮷'县\\\n「x」"));
    gold.with(
        DimIndicator.TABLE,
        Map.of(
            DimIndicator.INDICATOR,
            "area",
            DimIndicator.SORT_ORDER,
            figure,
            DimIndicator.TITLE_ZH,
            LONG));
    for (String county : List.of("990101", "990102")) {
      gold.with(
          CountyVerdict.TABLE,
          Map.of(
              CountyVerdict.PERIOD,
              PERIOD.number(),
              CountyVerdict.FRAMEWORK,
              "balance",
              CountyVerdict.COUNTY_CODE,
              county,
              CountyVerdict.MET_COUNT,
              figure));
    }
    return gold;
  }

  private static String figures(Connection connection) throws SQLException {
    String figures =
        "SELECT \"met_count\" FROM \"county_verdict\" UNION ALL SELECT \"sort_order\" FROM \"dim_indicator\"";
    return read(connection, figures).toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "kingbase"})
  void readersSeeTheOldOrTheNewWholeAndEveryCell(String id) throws Exception {
    PublishByDialect publish = new PublishByDialect(dialect(id), "province");
    try (Connection owner = open(id);
        Connection reader = open(id)) {
      assertThat(publish.apply(owner, gold(1)).changed()).isEqualTo(4);
      List<String> during = new ArrayList<>();
      publish.apply(owner, new Watched(gold(2), () -> during.add(figures(reader))));
      assertThat(during).containsExactly("[1, 1, 1]");
      assertThat(figures(reader)).isEqualTo("[2, 2, 2]");
      assertThat(read(reader, "SELECT \"发布编号\" FROM \"县级测算结果\"")).containsOnly("2023-r2");
      assertThat(read(reader, "SELECT \"name_zh\" FROM \"dim_area\""))
          .containsExactly("𠮷'县\\\n「x」");
      assertThat(read(reader, "SELECT \"title_zh\" FROM \"dim_indicator\"")).containsExactly(LONG);
      assertThat(read(reader, "SELECT \"valid_from\" FROM \"dim_area\""))
          .containsExactly("2020-01-31");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "kingbase"})
  void whatIsCutOffLeavesTheOldAndIsTypedAgain(String id) throws Exception {
    PublishByDialect publish = new PublishByDialect(dialect(id), "province");
    try (Connection owner = open(id)) {
      publish.apply(owner, gold(1));
      Gold broken =
          new Watched(
              gold(2),
              () -> {
                throw new SQLException("cut off");
              });
      assertThatThrownBy(() -> publish.apply(owner, broken)).hasMessageContaining("cut off");
      assertThat(figures(owner)).isEqualTo("[1, 1, 1]");
      publish.apply(owner, gold(2));
      assertThat(figures(owner)).isEqualTo("[2, 2, 2]");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "kingbase"})
  void aColumnThatIsMissingIsAddedAndTheViewGetsItLast(String id) throws Exception {
    PublishByDialect publish = new PublishByDialect(dialect(id), "province");
    try (Connection owner = open(id)) {
      publish.apply(owner, gold(1));
      try (Statement statement = owner.createStatement()) {
        statement.execute("DROP VIEW \"县级测算结果\"");
        statement.execute("ALTER TABLE \"county_verdict\" DROP COLUMN \"met_count\"");
      }
      owner.commit();
      publish.apply(owner, gold(2));
      assertThat(figures(owner)).isEqualTo("[2, 2, 2]");
      assertThat(read(owner, "SELECT \"达到项数\" FROM \"县级测算结果\"")).containsOnly("2");
    }
  }

  @Test
  void aSchemaHoldsTheResultsOfOneAudience() throws Exception {
    try (Connection owner = open("h2")) {
      new PublishByDialect(dialect("h2"), "province").apply(owner, gold(1));
      assertThatThrownBy(() -> new PublishByDialect(dialect("h2"), "public").apply(owner, gold(1)))
          .isInstanceOf(MartRefused.class)
          .hasMessageContaining("This database holds results for province");
    }
  }

  @Test
  void aTextThatIsTooLongIsCutBetweenCharacters() throws Exception {
    Dialect h2 = dialect("h2");
    try (Connection owner = open("h2")) {
      new PublishByDialect(withLongestText(h2, 100), "province").apply(owner, gold(1));
      assertThat(read(owner, "SELECT \"title_zh\" FROM \"dim_indicator\""))
          .containsExactly("县".repeat(32) + "…");
    }
  }

  private static Dialect withLongestText(Dialect one, int bytes) {
    return new Dialect(
        one.id(),
        one.title(),
        one.urls(),
        one.driver(),
        one.trial(),
        one.quotes(),
        one.names(),
        one.longestName(),
        OptionalInt.of(bytes),
        one.types(),
        one.comments(),
        one.view(),
        one.tableEnd(),
        one.rowsAtOnce(),
        one.note());
  }

  @Test
  void namesAndCommentsAreWrittenAsTheDialectWantsThem() {
    Table table = DimIndicator.TABLE.published();
    assertThat(new DialectSql(dialect("mysql")).create(table))
        .singleElement()
        .asString()
        .startsWith("CREATE TABLE `dim_indicator` (\n  `indicator` varchar(100) NOT NULL COMMENT '")
        .contains("ENGINE = InnoDB")
        .endsWith("COMMENT = '指标维表｜Indicators'");
    assertThat(new DialectSql(dialect("dameng")).create(table))
        .hasSize(table.columns().size() + 2)
        .first()
        .asString()
        .startsWith("CREATE TABLE \"DIM_INDICATOR\" (\n  \"INDICATOR\" varchar(400) NOT NULL,");
    assertThat(new DialectSql(dialect("sqlserver")).create(table))
        .singleElement()
        .asString()
        .startsWith("CREATE TABLE [dim_indicator] (\n  [indicator] nvarchar(100) NOT NULL,");
    assertThat(new DialectSql(dialect("oracle")).add(table, DimIndicator.UNIT).get(0))
        .isEqualTo("ALTER TABLE \"DIM_INDICATOR\" ADD \"UNIT\" varchar2(4000)");
  }

  /** What a build can try says so; nothing else claims it. */
  @Test
  void eachDialectSaysHowFarItWasTried() {
    assertThat(shipped())
        .allSatisfy(
            (id, dialect) -> {
              assertThat(dialect.id()).isEqualTo(id);
              assertThat(dialect.trial())
                  .isEqualTo(
                      switch (id) {
                        case "h2" -> Dialect.Trial.TESTED;
                        case "kingbase", "opengauss", "gaussdb" -> Dialect.Trial.STATEMENTS;
                        default -> Dialect.Trial.UNTESTED;
                      });
            });
    assertThat(Dialect.TYPES)
        .containsAll(
            Arrays.stream(ColumnType.values())
                .map(type -> type.name().toLowerCase(Locale.ROOT))
                .toList());
  }

  /** One of them is tried on PostgreSQL; the others say the same. */
  @Test
  void relativesOfPostgresqlSayTheSame() {
    Table table = DimArea.TABLE.published();
    for (String id : List.of("opengauss", "gaussdb")) {
      DialectSql sql = new DialectSql(dialect(id));
      DialectSql tried = new DialectSql(dialect("kingbase"));
      assertThat(sql.create(table)).isEqualTo(tried.create(table));
      assertThat(sql.view("VIEW", table, table.columns()))
          .isEqualTo(tried.view("VIEW", table, table.columns()));
      assertThat(dialect(id).view()).isEqualTo(dialect("kingbase").view());
    }
  }

  @Test
  void aDriverThatIsNotThereIsNamed() {
    assertThatThrownBy(
            () ->
                new UserDriver("dm.jdbc.driver.DmDriver", Optional.of(folder.resolve("dm.jar")))
                    .connect("jdbc:dm://localhost", Optional.empty(), Optional.empty()))
        .isInstanceOf(UserDriver.Missing.class)
        .hasMessage("dm.jdbc.driver.DmDriver");
  }

  /** What a test does while a publication is under way. */
  private interface Look {
    void take() throws SQLException;
  }

  /** Looks when the areas are asked for, after other tables are already loaded. */
  private record Watched(Gold gold, Look look) implements Gold {
    @Override
    public List<Period> periods() {
      return gold.periods();
    }

    @Override
    public List<Row> rows(Table table) {
      if (table.equals(DimArea.TABLE)) {
        try {
          look.take();
        } catch (SQLException e) {
          throw new IllegalStateException(e);
        }
      }
      return gold.rows(table);
    }

    @Override
    public List<Row> rows(Table table, Period period) {
      return gold.rows(table, period);
    }

    @Override
    public Optional<String> release(Period period) {
      return gold.release(period);
    }
  }
}
