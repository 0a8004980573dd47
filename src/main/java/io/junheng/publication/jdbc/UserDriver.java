package io.junheng.publication.jdbc;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/**
 * A JDBC driver that the user brings.
 *
 * @param type its class
 * @param jar where it lies; empty: on the class path
 */
public record UserDriver(String type, Optional<Path> jar) {
  /** There is no such driver. */
  public static final class Missing extends Exception {
    private static final long serialVersionUID = 1L;

    private Missing(String type, Throwable cause) {
      super(type, cause);
    }
  }

  /**
   * Opens a connection.
   *
   * @throws Missing if the driver is not in the jar
   */
  public Connection connect(String url, Optional<String> user, Optional<String> password)
      throws Missing, SQLException {
    Properties properties = new Properties();
    user.ifPresent(name -> properties.setProperty("user", name));
    password.ifPresent(secret -> properties.setProperty("password", secret));
    Connection connection = load().connect(url, properties);
    if (connection == null) {
      throw new SQLException("the driver %s does not take this address".formatted(type), "08001");
    }
    return connection;
  }

  /** What was loaded stays for as long as the program runs: the connection needs it. */
  private Driver load() throws Missing {
    try {
      ClassLoader here = UserDriver.class.getClassLoader();
      ClassLoader loader =
          jar.isPresent() ? new URLClassLoader(new URL[] {jar.get().toUri().toURL()}, here) : here;
      return (Driver) Class.forName(type, true, loader).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException | LinkageError | IOException e) {
      throw new Missing(type, e);
    }
  }
}
