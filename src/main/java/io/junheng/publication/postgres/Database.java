package io.junheng.publication.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/**
 * Where the mart is.
 *
 * @param url JDBC address, without a password
 */
public record Database(String url, Optional<String> user, Optional<String> password) {
  /** Opens a connection; not through the driver manager, which does not see a submitted jar. */
  public Connection connect() throws SQLException {
    Properties properties = new Properties();
    user.ifPresent(name -> properties.setProperty("user", name));
    password.ifPresent(secret -> properties.setProperty("password", secret));
    properties.setProperty("ApplicationName", "junheng");
    properties.setProperty("connectTimeout", "15");
    properties.setProperty("tcpKeepAlive", "true");
    Connection connection = new Driver().connect(url, properties);
    if (connection == null) {
      throw new PSQLException(
          "not an address of PostgreSQL: " + url, PSQLState.CONNECTION_UNABLE_TO_CONNECT);
    }
    return connection;
  }

  /** Without the password, for messages. */
  @Override
  public String toString() {
    return url + user.map(name -> " (" + name + ")").orElse("");
  }
}
