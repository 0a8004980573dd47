package io.junheng.intake.format;

import io.junheng.definition.Catalogue;
import io.junheng.definition.DatabaseSource;
import io.junheng.definition.DatabaseSource.Query;
import io.junheng.definition.DatabaseSource.Table;
import io.junheng.definition.Period;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * The deliveries that lie in a database: one for each period and county that its rows name, or all
 * rows as one. Each is written as a Parquet file, sorted by the contract's key and then by all
 * else, so that the same rows give the same bytes.
 *
 * <p>All connections see the database as it was when it was opened, whatever is changed meanwhile,
 * and only read. Name and password are fetched here and go nowhere else. Several threads may write
 * at once.
 */
public final class DatabaseDeliveries implements Closeable {
  private static final int ROWS_AT_ONCE = 5_000;

  private final DatabaseSource source;
  private final Catalogue catalogue;
  private final Properties login = new Properties();
  private final Connection first;
  private final String snapshot;
  private final List<String> columns;

  private DatabaseDeliveries(DatabaseSource source, Catalogue catalogue)
      throws IOException, SQLException {
    this.source = source;
    this.catalogue = catalogue;
    login.setProperty("user", new SecretPlace(source.user()).fetch());
    login.setProperty("password", new SecretPlace(source.password()).fetch());
    this.first = connect();
    try (Statement statement = first.createStatement()) {
      this.snapshot = snapshot(statement);
      this.columns = columns(statement);
    } catch (SQLException e) {
      first.close();
      throw e;
    }
  }

  /** Opens a database; a {@link DatabaseFailure} where that is not possible. */
  public static DatabaseDeliveries open(DatabaseSource source, Catalogue catalogue)
      throws IOException {
    try {
      return new DatabaseDeliveries(source, catalogue);
    } catch (SQLException e) {
      throw DatabaseFailure.of(e);
    }
  }

  private Connection connect() throws SQLException {
    Connection connection = new org.postgresql.Driver().connect(source.url(), login);
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setAutoCommit(false);
    return connection;
  }

  private static String snapshot(Statement statement) throws SQLException {
    try (ResultSet id = statement.executeQuery("SELECT pg_export_snapshot()")) {
      id.next();
      return id.getString(1);
    }
  }

  private List<String> columns(Statement statement) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet none = statement.executeQuery("SELECT * FROM " + rows() + " WHERE false")) {
      for (int i = 1; i <= none.getMetaData().getColumnCount(); i++) {
        names.add(none.getMetaData().getColumnLabel(i));
      }
    }
    return names;
  }

  /**
   * What lies there.
   *
   * @param findings on periods and counties that nothing can be delivered for
   */
  public record Listing(List<DatabaseDelivery> deliveries, List<FileFinding> findings) {}

  /** Lists the deliveries in the order of their names. */
  public Listing list() throws IOException {
    if (source.periodColumn().isEmpty()) {
      DatabaseDelivery all =
          new DatabaseDelivery(
              name(""), source.dataset(), Optional.empty(), Optional.empty(), List.of());
      return new Listing(List.of(all), List.of());
    }
    List<DatabaseDelivery> deliveries = new ArrayList<>();
    List<FileFinding> findings = new ArrayList<>();
    for (List<Object> place : places()) {
      String period = String.valueOf(place.get(0)).strip();
      String county = String.valueOf(place.get(1)).strip();
      String name = name(period + "/" + county + "/");
      new DeliveryPlace(catalogue)
          .objection(name, period, county, source.dataset())
          .ifPresentOrElse(
              findings::add,
              () ->
                  deliveries.add(
                      new DatabaseDelivery(
                          name,
                          source.dataset(),
                          Optional.of(Period.parse(period)),
                          Optional.of(county),
                          place)));
    }
    return new Listing(deliveries, findings);
  }

  private String name(String place) {
    return "database:" + place + source.dataset() + ".parquet";
  }

  /** Rows that name no period or no county belong to no delivery. */
  private List<List<Object>> places() throws IOException {
    String period = quoted(source.periodColumn().orElseThrow());
    String county = quoted(source.countyColumn().orElseThrow());
    List<List<Object>> places = new ArrayList<>();
    try (Statement statement = first.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT DISTINCT %1$s, %2$s FROM %3$s WHERE %1$s IS NOT NULL AND %2$s IS NOT NULL ORDER BY 1, 2"
                    .formatted(period, county, rows()))) {
      while (found.next()) {
        places.add(List.of(found.getObject(1), found.getObject(2)));
      }
    } catch (SQLException e) {
      throw DatabaseFailure.of(e);
    }
    return places;
  }

  /** Writes the rows of a delivery as a Parquet file; the stream stays open. */
  public void write(DatabaseDelivery delivery, OutputStream out) throws IOException {
    try (Connection connection = connect();
        Statement joining = connection.createStatement()) {
      joining.execute("SET TRANSACTION SNAPSHOT '" + snapshot + "'");
      try (PreparedStatement query = connection.prepareStatement(select(delivery))) {
        query.setFetchSize(ROWS_AT_ONCE);
        for (int i = 0; i < delivery.place().size(); i++) {
          query.setObject(i + 1, delivery.place().get(i));
        }
        try (ResultSet rows = query.executeQuery()) {
          write(rows, out);
        }
      }
    } catch (SQLException e) {
      throw DatabaseFailure.of(e);
    }
  }

  private static void write(ResultSet rows, OutputStream out) throws SQLException, IOException {
    DatabaseColumns columns = new DatabaseColumns(rows.getMetaData());
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new StreamedFile(out))
            .withType(columns.type())
            .withCompressionCodec(CompressionCodecName.SNAPPY)
            .build()) {
      while (rows.next()) {
        writer.write(columns.row(rows));
      }
    }
  }

  private String select(DatabaseDelivery delivery) {
    String where =
        delivery.place().isEmpty()
            ? ""
            : " WHERE %s = ? AND %s = ?"
                .formatted(
                    quoted(source.periodColumn().orElseThrow()),
                    quoted(source.countyColumn().orElseThrow()));
    return "SELECT %s FROM %s%s ORDER BY %s"
        .formatted(
            delivered().map(DatabaseDeliveries::quoted).collect(Collectors.joining(", ")),
            rows(),
            where,
            order());
  }

  /** The period's column is left out unless the contract knows it. */
  private Stream<String> delivered() {
    List<String> known =
        plan().columns().stream().flatMap(column -> column.headers().stream()).toList();
    return columns.stream()
        .filter(
            name ->
                !source.periodColumn().equals(Optional.of(name))
                    || known.contains(HeaderName.normal(name)));
  }

  /** By bytes, so that the order does not hang on a database's language. */
  private String order() {
    List<String> keys =
        plan().columns().stream()
            .filter(ColumnPlan::inKey)
            .flatMap(column -> column.headers().stream())
            .toList();
    Stream<String> first = columns.stream().filter(name -> keys.contains(HeaderName.normal(name)));
    return Stream.concat(first, columns.stream())
        .distinct()
        .map(name -> "CAST(%s AS text) COLLATE \"C\"".formatted(quoted(name)))
        .collect(Collectors.joining(", "));
  }

  private RowPlan plan() {
    return new RowPlans(catalogue, ReferenceKeys.NONE, List.of())
        .of(catalogue.contract(source.dataset()), new KeyLocation("none"));
  }

  private String rows() {
    if (source.rows() instanceof Table table) {
      return Stream.of(table.name().split("\\.", -1))
          .map(DatabaseDeliveries::quoted)
          .collect(Collectors.joining("."));
    }
    if (source.rows() instanceof Query query) {
      return "(" + query.sql() + ") AS delivered";
    }
    throw new IllegalStateException("unknown rows: " + source.rows());
  }

  private static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  @Override
  public void close() throws IOException {
    try {
      first.close();
    } catch (SQLException e) {
      throw DatabaseFailure.of(e);
    }
  }
}
