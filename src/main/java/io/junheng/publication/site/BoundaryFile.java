package io.junheng.publication.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.junheng.publication.site.Boundaries.Point;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Boundaries that a user supplies as GeoJSON (RFC 7946): a collection of features, of which
 * polygons are drawn. Coordinates are degrees or a plane's.
 *
 * @param property of the features that holds the area's code; empty: the one that names most areas
 * @param note whose map it is, for readers; empty: nothing is said
 */
public record BoundaryFile(
    List<JsonNode> features, Optional<String> property, Optional<String> note) {
  /** The file cannot be drawn. */
  public static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    private Unusable(String message) {
      super(message);
    }
  }

  /**
   * What became of it.
   *
   * @param drawn how many areas have a shape
   * @param missing codes of published counties that have none
   * @param others how many features name no published county
   */
  public record Report(String property, int drawn, List<String> missing, int others) {}

  /** A map and what became of the file. */
  record Drawn(Boundaries boundaries, Report report) {}

  public BoundaryFile {
    features = List.copyOf(features);
  }

  /**
   * Reads a file.
   *
   * @throws Unusable if it is no collection of features
   */
  public static BoundaryFile read(
      InputStream file, Optional<String> property, Optional<String> note)
      throws IOException, Unusable {
    JsonNode json;
    try {
      json = new ObjectMapper().readTree(file);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new Unusable("no JSON, line " + e.getLocation().getLineNr());
    }
    if (!json.path("type").asText().equals("FeatureCollection")) {
      throw new Unusable("no FeatureCollection");
    }
    List<JsonNode> features = new ArrayList<>();
    json.path("features").forEach(features::add);
    return new BoundaryFile(features, property, note);
  }

  /**
   * Draws the counties that it has boundaries of.
   *
   * @throws Unusable if there are none
   */
  Drawn draw(Collection<String> counties) throws Unusable {
    Set<String> wanted = Set.copyOf(counties);
    String key = property.orElseGet(() -> codes(wanted));
    Map<String, List<List<Point>>> rings = new TreeMap<>();
    int others = 0;
    for (JsonNode feature : features) {
      String code = code(feature, key);
      List<List<Point>> own = rings(feature.path("geometry"));
      if (wanted.contains(code) && !own.isEmpty()) {
        rings.computeIfAbsent(code, any -> new ArrayList<>()).addAll(own);
      } else {
        others++;
      }
    }
    if (rings.isEmpty()) {
      throw new Unusable("no code of a county");
    }
    List<String> missing =
        counties.stream().filter(code -> !rings.containsKey(code)).sorted().toList();
    return new Drawn(Boundaries.of(rings), new Report(key, rings.size(), missing, others));
  }

  private static String code(JsonNode feature, String property) {
    JsonNode value = feature.path("properties").path(property);
    return value.isMissingNode() && property.equals("id")
        ? feature.path("id").asText()
        : value.asText();
  }

  /** The property whose values are codes of counties most often. */
  private String codes(Set<String> wanted) {
    Map<String, Integer> hits = new HashMap<>();
    for (JsonNode feature : features) {
      feature
          .path("properties")
          .properties()
          .forEach(
              property -> {
                if (wanted.contains(property.getValue().asText())) {
                  hits.merge(property.getKey(), 1, Integer::sum);
                }
              });
      if (wanted.contains(feature.path("id").asText())) {
        hits.merge("id", 1, Integer::sum);
      }
    }
    return hits.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse("id");
  }

  private static List<List<Point>> rings(JsonNode geometry) {
    List<List<Point>> rings = new ArrayList<>();
    JsonNode coordinates = geometry.path("coordinates");
    switch (geometry.path("type").asText()) {
      case "Polygon" -> coordinates.forEach(ring -> add(rings, ring));
      case "MultiPolygon" ->
          coordinates.forEach(polygon -> polygon.forEach(ring -> add(rings, ring)));
      case "GeometryCollection" ->
          geometry.path("geometries").forEach(part -> rings.addAll(rings(part)));
      default -> {}
    }
    return rings;
  }

  private static void add(List<List<Point>> rings, JsonNode ring) {
    List<Point> points = new ArrayList<>();
    ring.forEach(
        point -> {
          if (point.path(0).isNumber() && point.path(1).isNumber()) {
            points.add(new Point(point.path(0).asDouble(), point.path(1).asDouble()));
          }
        });
    if (points.size() > 2) {
      rings.add(points);
    }
  }
}
