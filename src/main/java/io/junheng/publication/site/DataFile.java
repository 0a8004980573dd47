package io.junheng.publication.site;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonpCharacterEscapes;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.junheng.definition.Text;
import java.io.IOException;
import java.util.Optional;

/**
 * A value as a script that hands it to the page: {@code junheng.store["name"]={…};}. A text in two
 * languages is {@code [zh, en]}, an empty optional is null.
 */
final class DataFile {
  private static final ObjectWriter WRITER =
      JsonMapper.builder()
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .addModule(
              new SimpleModule()
                  .addSerializer(Text.class, new Texts())
                  .addSerializer(Optional.class, new Optionals()))
          .build()
          .writer()
          .with(JsonpCharacterEscapes.instance());

  private DataFile() {}

  /** Where the data of that name lie within the site. */
  static String path(String name) {
    return "data/" + name + ".js";
  }

  static String script(String name, Object value) {
    try {
      return "junheng.store[%s]=%s;\n"
          .formatted(WRITER.writeValueAsString(name), WRITER.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no script of " + name, e);
    }
  }

  private static final class Texts extends StdSerializer<Text> {
    private static final long serialVersionUID = 1;

    Texts() {
      super(Text.class);
    }

    @Override
    public void serialize(Text text, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeStartArray();
      json.writeString(text.zh());
      json.writeString(text.en());
      json.writeEndArray();
    }
  }

  @SuppressWarnings("rawtypes")
  private static final class Optionals extends StdSerializer<Optional> {
    private static final long serialVersionUID = 1;

    Optionals() {
      super(Optional.class);
    }

    @Override
    public void serialize(Optional value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writePOJO(value.isPresent() ? value.get() : null);
    }
  }
}
