package io.junheng.definition;

import java.util.Objects;
import java.util.Optional;

/**
 * A table or query of a PostgreSQL database whose rows are deliveries.
 *
 * @param dataset id of the contract
 * @param url {@code jdbc:postgresql://host:port/database}; names neither user nor password
 * @param user where the user's name is kept: {@code env:NAME} or {@code file:PATH}
 * @param password where the password is kept, likewise
 * @param rows what is read
 * @param periodColumn column that holds the period of a row ({@code YYYYTT}); empty: the contract
 *     takes period and area from the rows, and all rows are one delivery
 * @param countyColumn column that holds the area code of a row; there if {@code periodColumn} is
 * @param connections how many deliveries are read at once
 */
public record DatabaseSource(
    String dataset,
    String url,
    String user,
    String password,
    Rows rows,
    Optional<String> periodColumn,
    Optional<String> countyColumn,
    int connections) {
  private static final int MOST_CONNECTIONS = 32;

  public DatabaseSource {
    Objects.requireNonNull(dataset, "dataset");
    Objects.requireNonNull(rows, "rows");
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException("url begins with jdbc:postgresql:");
    }
    if (url.matches("(?i).*([?&](user|password)=|//[^/]*@).*")) {
      throw new IllegalArgumentException(
          "url names no user and no password; they stand under user and password");
    }
    requirePlace("user", user);
    requirePlace("password", password);
    if (periodColumn.isPresent() != countyColumn.isPresent()) {
      throw new IllegalArgumentException("period and county are given both or not at all");
    }
    if (connections < 1 || connections > MOST_CONNECTIONS) {
      throw new IllegalArgumentException("connections lies between 1 and " + MOST_CONNECTIONS);
    }
  }

  private static void requirePlace(String key, String place) {
    if (!place.matches("(env|file):.+")) {
      throw new IllegalArgumentException(
          key + " says where it is kept, env:NAME or file:PATH, and not what it is");
    }
  }

  /** What is read of a database. */
  public sealed interface Rows permits Table, Query {}

  /** A table or view, with its schema as a rule. */
  public record Table(String name) implements Rows {
    public Table {
      if (!name.matches("[\\p{L}_][\\p{L}\\p{N}_$]*(\\.[\\p{L}_][\\p{L}\\p{N}_$]*)?")) {
        throw new IllegalArgumentException(
            "table is the name of a table, with its schema or without");
      }
    }
  }

  /** A query in the database's own language. */
  public record Query(String sql) implements Rows {
    public Query {
      Objects.requireNonNull(sql, "sql");
    }
  }
}
