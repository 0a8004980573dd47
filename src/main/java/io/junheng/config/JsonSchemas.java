package io.junheng.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.junheng.config.Shape.Again;
import io.junheng.config.Shape.Scalar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON Schema for each kind of YAML file, for editors. They are made from the same descriptions
 * against which files are checked, and say less: what stands in other files they do not know.
 */
public final class JsonSchemas {
  private JsonSchemas() {}

  /** The schemas by the names of their files. */
  public static Map<String, String> schemas() {
    Map<String, String> schemas = new LinkedHashMap<>();
    schemas.put("stages.schema.json", document(ConfKinds.STAGES));
    schemas.put("codes.schema.json", document(ConfKinds.CODES));
    schemas.put("contracts.schema.json", document(ConfKinds.CONTRACT));
    schemas.put("measures.schema.json", document(ConfKinds.MEASURES));
    schemas.put("indicators.schema.json", document(ConfKinds.INDICATORS));
    schemas.put(
        "frameworks.schema.json",
        document(
            Shape.Either.of(
                FrameworkKind.CONJUNCTIVE, WeightedKind.WEIGHTED, SeparateKind.SEPARATE)));
    schemas.put("calendar.schema.json", document(CalendarKind.CALENDAR));
    schemas.put("dialects.schema.json", document(DialectKind.DIALECT));
    schemas.put("env.schema.json", document(ConfKinds.ENVIRONMENT));
    return schemas;
  }

  /** Writes them into a folder, which is made if it is missing. */
  public static void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, String> schema : schemas().entrySet()) {
      Files.writeString(folder.resolve(schema.getKey()), schema.getValue());
    }
  }

  private static String document(Shape shape) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    document.putAll(schema(shape));
    if (shape instanceof Shape.Either) {
      document.put("$defs", Map.of("nodes", schema(WeightedKind.nodes())));
    }
    try {
      DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
      printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
      printer.indentObjectsWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
      return new ObjectMapper().writer(printer).writeValueAsString(document) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> schema(Shape shape) {
    if (shape instanceof Scalar scalar) {
      return scalar(scalar);
    } else if (shape instanceof Shape.Words words) {
      return one("enum", words.words());
    } else if (shape instanceof Shape.Each each) {
      return typed("array", "items", schema(each.element()));
    } else if (shape instanceof Shape.Named named) {
      return typed("object", "additionalProperties", schema(named.value()));
    } else if (shape instanceof Shape.Either either) {
      return one("oneOf", either.shapes().stream().map(JsonSchemas::schema).toList());
    } else if (shape instanceof Again) {
      return one("$ref", "#/$defs/nodes");
    } else if (shape instanceof Keys keys) {
      return keys(keys);
    }
    throw new IllegalStateException("no schema for " + shape);
  }

  private static Map<String, Object> scalar(Scalar scalar) {
    return switch (scalar) {
      case TEXT -> one("type", "string");
      case CODE -> one("type", List.of("string", "number"));
      case NAME -> typed("string", "pattern", "^[a-z][a-z0-9_]*$");
      case ID -> typed(List.of("string", "number"), "pattern", "^[A-Za-z0-9][A-Za-z0-9_.\\-]*$");
      case WHOLE -> one("type", "integer");
      case NUMBER -> one("type", "number");
      case DATE -> typed("string", "format", "date");
      case FLAG -> one("type", "boolean");
      case SQL -> one("type", List.of("string", "number", "boolean"));
      case BILINGUAL -> bilingual();
    };
  }

  private static Map<String, Object> bilingual() {
    Map<String, Object> text = one("type", "string");
    Map<String, Object> both = one("zh", text);
    both.put("en", text);
    Map<String, Object> schema = typed("object", "properties", both);
    schema.put("required", List.of("zh", "en"));
    schema.put("additionalProperties", false);
    return schema;
  }

  private static Map<String, Object> keys(Keys keys) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    keys.keys()
        .forEach(
            (name, key) -> {
              Map<String, Object> property = new LinkedHashMap<>();
              property.put("description", key.description());
              property.putAll(schema(key.shape()));
              properties.put(name, property);
              if (key.required()) {
                required.add(name);
              }
            });
    Map<String, Object> schema = typed("object", "properties", properties);
    schema.put("required", required);
    schema.put("additionalProperties", false);
    List<Map<String, Object>> choices =
        keys.exactlyOne().stream().map(JsonSchemas::exactlyOne).toList();
    if (!choices.isEmpty()) {
      schema.put("allOf", choices);
    }
    return schema;
  }

  private static Map<String, Object> exactlyOne(List<String> names) {
    return one("oneOf", names.stream().map(name -> one("required", List.of(name))).toList());
  }

  private static Map<String, Object> one(String key, Object value) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put(key, value);
    return schema;
  }

  private static Map<String, Object> typed(Object type, String key, Object value) {
    Map<String, Object> schema = one("type", type);
    schema.put(key, value);
    return schema;
  }
}
