package io.junheng.publication.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoundaryFileTest {
  private static BoundaryFile file(String json) throws IOException, BoundaryFile.Unusable {
    return BoundaryFile.read(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
        Optional.empty(),
        Optional.empty());
  }

  /** A collection of features from code and geometry, one a line. */
  private static String collection(String lines) {
    return lines
        .lines()
        .map(line -> line.split(" ", 2))
        .map(
            parts ->
                "{\"type\":\"Feature\",\"properties\":{\"name\":\"X\",\"adcode\":%s},\"geometry\":{%s}}"
                    .formatted(parts[0], parts[1]))
        .collect(Collectors.joining(",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}"));
  }

  private static final String TWO_SQUARES =
      collection(
          """
          990101 "type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]
          990102 "type":"MultiPolygon","coordinates":[[[[1,0],[2,0],[2,1],[1,1],[1,0]],[[1.4,0.4],[1.6,0.4],[1.6,0.6],[1.4,0.6],[1.4,0.4]]]]
          110000 "type":"Polygon","coordinates":[[[50,50],[60,50],[60,60],[50,50]]]
          """);

  @Test
  void thePropertyWithTheCodesIsFoundAndWhatIsNotPublishedIsLeftOut() throws Exception {
    BoundaryFile.Drawn drawn = file(TWO_SQUARES).draw(List.of("990101", "990102", "990103"));

    assertThat(drawn.report())
        .isEqualTo(new BoundaryFile.Report("adcode", 2, List.of("990103"), 1));
    assertThat(drawn.boundaries().shapes()).containsOnlyKeys("990101", "990102");
    assertThat(drawn.boundaries().height()).isEqualTo(2001);
    assertThat(drawn.boundaries().shapes().get("990101"))
        .isEqualTo(
            new Boundaries.Shape("M0 2000l2000 0l0 -2000l-2000 0l0 2000z", 1000, 1000, 2000));
    assertThat(drawn.boundaries().shapes().get("990102").path()).containsPattern("z.+z$");
  }

  @Test
  void aPlanesCoordinatesAreTakenAsTheyAre() throws Exception {
    BoundaryFile.Drawn drawn =
        file(collection(
                "990101 \"type\":\"Polygon\",\"coordinates\":[[[500000,3300000],[500400,3300000],[500400,3300200],[500000,3300200]]]"))
            .draw(List.of("990101"));
    assertThat(drawn.boundaries().height()).isEqualTo(2000);
  }

  @Test
  void aFineLineIsDrawnAsCoarselyAsThePageAllows() throws Exception {
    String circle =
        IntStream.range(0, 200_000)
            .mapToObj(
                i -> {
                  double angle = 2 * Math.PI * i / 200_000;
                  double radius = 1 + 0.01 * Math.sin(angle * 20_000);
                  return String.format(
                      Locale.ROOT,
                      "[%.7f,%.7f]",
                      radius * Math.cos(angle),
                      radius * Math.sin(angle));
                })
            .collect(Collectors.joining(","));
    BoundaryFile.Drawn drawn =
        file(collection("990101 \"type\":\"Polygon\",\"coordinates\":[[" + circle + "]]"))
            .draw(List.of("990101"));
    Boundaries.Shape shape = drawn.boundaries().shapes().get("990101");
    assertThat(shape.path()).hasSizeBetween(100, 400_000);
    assertThat(shape.x()).isBetween(1980L, 2020L);
  }

  @Test
  void whatCannotBeDrawnIsRefused() throws Exception {
    assertThatThrownBy(() -> file("<kml/>")).isInstanceOf(BoundaryFile.Unusable.class);
    assertThatThrownBy(() -> file("{\"type\":\"Topology\"}")).hasMessage("no FeatureCollection");
    BoundaryFile squares = file(TWO_SQUARES);
    assertThatThrownBy(() -> squares.draw(List.of("330101"))).hasMessage("no code of a county");
  }
}
