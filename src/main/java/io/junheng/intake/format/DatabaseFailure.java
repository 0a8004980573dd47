package io.junheng.intake.format;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/**
 * A database that cannot be reached or read. Its words are passed on only where they speak of
 * connections, names and rights: what a database says of a value may hold the value.
 */
public final class DatabaseFailure extends IOException {
  private static final long serialVersionUID = 1L;
  private static final Set<String> OF_NO_VALUE = Set.of("08", "28", "3D", "42", "53", "57");

  DatabaseFailure(String message) {
    super(message);
  }

  static DatabaseFailure of(SQLException failure) {
    String state = Optional.ofNullable(failure.getSQLState()).orElse("?????");
    boolean mayBeTold = OF_NO_VALUE.contains(state.substring(0, 2));
    String words =
        mayBeTold ? ": " + String.valueOf(failure.getMessage()).lines().findFirst().orElse("") : "";
    return new DatabaseFailure("SQLSTATE " + state + words);
  }
}
