package io.junheng.intake.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where a name or password is kept: {@code env:NAME} or {@code file:PATH}. */
record SecretPlace(String place) {
  private static final String ENVIRONMENT = "env:";
  private static final String FILE = "file:";

  /** Fetches it; the message of a failure names the place alone. */
  String fetch() throws IOException {
    if (place.startsWith(ENVIRONMENT)) {
      return Optional.ofNullable(System.getenv(place.substring(ENVIRONMENT.length())))
          .orElseThrow(() -> new IOException("'%s' is not set".formatted(place)));
    }
    try {
      return Files.readString(Path.of(place.substring(FILE.length())), StandardCharsets.UTF_8)
          .strip();
    } catch (IOException e) {
      throw new IOException("'%s' cannot be read".formatted(place), e);
    }
  }
}
