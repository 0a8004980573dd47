package io.junheng.intake.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * Where the key of the pseudonyms is kept. Only the place travels with a Spark plan; each executor
 * fetches the key itself.
 *
 * @param place {@code env:NAME} for an environment variable, else a path that every executor can
 *     read
 */
public record KeyLocation(String place) implements Serializable {
  private static final String ENVIRONMENT = "env:";

  public KeyLocation {
    if (place.isBlank()) {
      throw new IllegalArgumentException("the place of the pseudonym key is empty");
    }
  }

  /** Fetches the key. Throws where it is missing or too short; the message never holds the key. */
  public PseudonymKey load(Configuration hadoop) throws IOException {
    if (place.startsWith(ENVIRONMENT)) {
      String name = place.substring(ENVIRONMENT.length());
      String value =
          Optional.ofNullable(System.getenv(name))
              .orElseThrow(
                  () -> new IOException("environment variable '%s' holds no key".formatted(name)));
      return PseudonymKey.parse(value, place);
    }
    Path path = new Path(place);
    try (InputStream in = path.getFileSystem(hadoop).open(path)) {
      return PseudonymKey.parse(new String(in.readAllBytes(), StandardCharsets.US_ASCII), place);
    }
  }
}
