package io.junheng.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.junheng.definition.Period;
import io.junheng.lake.FileId;
import io.junheng.lake.FrozenTable;
import io.junheng.lake.FrozenTable.FrozenFile;
import io.junheng.release.Manifest.PlaceRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** A manifest as JSON, and back. */
final class ManifestText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ManifestText() {}

  static String write(Manifest manifest) {
    ObjectNode json = JSON.createObjectNode();
    json.put("release_id", manifest.id().toString());
    manifest.periods().forEach(period -> json.withArray("/periods").add(period.number()));
    json.put("created_at", manifest.at().toString())
        .put("created_by", manifest.by())
        .put("reason", manifest.reason())
        .put("amends", manifest.amends().map(ReleaseId::toString).orElse(null))
        .put("data_label", manifest.label().orElse(null))
        .put("code_version", manifest.codeVersion())
        .put("conf_digest", manifest.confDigest());
    json.set("conf_copy", file(Manifest.CONF_COPY, manifest.confCopy()));
    manifest.rounding().forEach(rule -> json.withArray("/rounding").add(rule));
    manifest.places().forEach(rule -> json.withArray("/places").add(place(rule)));
    json.set("waivers", waivers(manifest.waivers()));
    json.set("versions_read", JSON.valueToTree(manifest.versionsRead()));
    manifest.tables().forEach(table -> json.withArray("/tables").add(table(table)));
    return json.toPrettyString() + "\n";
  }

  private static ObjectNode file(String path, FileId id) {
    return JSON.createObjectNode()
        .put("path", path)
        .put("sha256", id.sha256())
        .put("bytes", id.bytes());
  }

  private static ObjectNode place(PlaceRule rule) {
    return JSON.createObjectNode()
        .put("framework", rule.framework())
        .put("edition", rule.edition())
        .put("scope", rule.scope())
        .put("ties", rule.ties())
        .put("decimals", rule.decimals())
        .put("official", rule.official());
  }

  private static ObjectNode table(FrozenTable table) {
    ObjectNode json =
        JSON.createObjectNode()
            .put("table", table.table())
            .put("version_read", table.versionRead())
            .put("version", table.version())
            .put("rows", table.rows())
            .put("content_sha256", table.content());
    table.files().forEach(file -> json.withArray("/files").add(file(file.path(), file.id())));
    return json;
  }

  /** Waivers as an array; {@code ops.release_event} keeps them so too. */
  static ArrayNode waivers(List<Waiver> waivers) {
    ArrayNode array = JSON.createArrayNode();
    for (Waiver waiver : waivers) {
      ObjectNode json =
          array
              .addObject()
              .put("rule", waiver.rule())
              .put("reason", waiver.reason())
              .put("by", waiver.by());
      json.set("covers", JSON.valueToTree(waiver.covers()));
    }
    return array;
  }

  static Manifest read(String text) {
    JsonNode json = parse(text);
    SortedMap<String, Long> versions = new TreeMap<>();
    json.path("versions_read")
        .properties()
        .forEach(entry -> versions.put(entry.getKey(), entry.getValue().asLong()));
    return new Manifest(
        ReleaseId.parse(json.path("release_id").asText()),
        each(json.path("periods"), period -> new Period(period.asInt())),
        Instant.parse(json.path("created_at").asText()),
        json.path("created_by").asText(),
        json.path("reason").asText(),
        json.path("code_version").asText(),
        json.path("conf_digest").asText(),
        fileId(json.path("conf_copy")),
        optional(json.path("data_label")),
        versions,
        each(json.path("rounding"), JsonNode::asText),
        each(json.path("places"), ManifestText::placeRule),
        each(json.path("tables"), ManifestText::frozenTable),
        waivers(json.path("waivers")),
        optional(json.path("amends")).map(ReleaseId::parse));
  }

  static List<Waiver> waivers(String text) {
    return waivers(parse(text));
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a manifest", e);
    }
  }

  private static List<Waiver> waivers(JsonNode array) {
    return each(
        array,
        json ->
            new Waiver(
                json.path("rule").asText(),
                json.path("reason").asText(),
                json.path("by").asText(),
                each(json.path("covers"), JsonNode::asText)));
  }

  private static PlaceRule placeRule(JsonNode json) {
    return new PlaceRule(
        json.path("framework").asText(),
        json.path("edition").asText(),
        json.path("scope").asText(),
        json.path("ties").asText(),
        json.path("decimals").asInt(),
        json.path("official").asBoolean());
  }

  private static FrozenTable frozenTable(JsonNode json) {
    return new FrozenTable(
        json.path("table").asText(),
        json.path("version_read").asLong(),
        json.path("version").asLong(),
        json.path("rows").asLong(),
        json.path("content_sha256").asText(),
        each(json.path("files"), file -> new FrozenFile(file.path("path").asText(), fileId(file))));
  }

  private static FileId fileId(JsonNode json) {
    return new FileId(json.path("sha256").asText(), json.path("bytes").asLong());
  }

  private static Optional<String> optional(JsonNode json) {
    return json.isTextual() ? Optional.of(json.asText()) : Optional.empty();
  }

  private static <T> List<T> each(JsonNode array, Function<JsonNode, T> reading) {
    List<T> values = new ArrayList<>();
    array.forEach(json -> values.add(reading.apply(json)));
    return values;
  }
}
