package io.junheng.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/schema} holds the schemas as they are; {@code junheng validate --schema docs/schema}
 * makes them anew.
 */
class JsonSchemasTest {
  private static final Path FOLDER = Path.of("docs/schema");

  @Test
  void theSchemasInTheDocumentationAreUpToDate() throws IOException {
    if (Boolean.getBoolean("junheng.renew")) {
      JsonSchemas.write(FOLDER);
    }
    for (Map.Entry<String, String> schema : JsonSchemas.schemas().entrySet()) {
      assertThat(FOLDER.resolve(schema.getKey())).hasContent(schema.getValue());
    }
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(JsonSchemas.schemas().keySet());
    }
  }

  @Test
  void aSchemaKnowsKeysWordsAndDescriptions() {
    assertThat(JsonSchemas.schemas().get("measures.schema.json"))
        .contains("\"by_weighted_pupils\"", "\"additionalProperties\" : false", "in one scan");
  }
}
