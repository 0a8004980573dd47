package io.junheng.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code junheng version}. */
@Command(name = "version", abbreviateSynopsis = true)
final class VersionCommand implements Callable<Integer> {
  @ParentCommand private Junheng junheng;

  @Override
  public Integer call() {
    Properties build = build();
    if (junheng.options().isJson()) {
      Json json = new Json();
      build.stringPropertyNames().stream().sorted().forEach(n -> json.with(n, build.get(n)));
      json.with("java", System.getProperty("java.version")).print(junheng.terminal().out());
    } else {
      junheng
          .terminal()
          .out()
          .printf(
              "junheng %s · Spark %s · Delta %s · Java %s%n",
              build.getProperty("version"),
              build.getProperty("spark"),
              build.getProperty("delta"),
              System.getProperty("java.version"));
    }
    return 0;
  }

  private static Properties build() {
    Properties properties = new Properties();
    try (InputStream in = Junheng.class.getResourceAsStream("/io/junheng/build.properties")) {
      properties.load(in);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
