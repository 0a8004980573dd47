package io.junheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.junheng.definition.Language;
import io.junheng.definition.Text;
import io.junheng.job.Session;
import io.junheng.job.Watcher;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ScreenTest {
  private static final Text TITLE = new Text("入库 student", "Ingest student");
  private static final Text COUNTS = new Text("301,245 行", "301,245 rows");

  private final AtomicLong nanos = new AtomicLong();

  private Screen screen(Captured captured, Language language, Screen.Volume volume) {
    Voice voice = new LineVoice(captured.terminal(), language, volume);
    return new Screen(captured.terminal(), language, volume, new Interruption(), voice, nanos::get);
  }

  private void pass(long millis) {
    nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  @Test
  void aFinishedStepIsOneLineWithCountsAndTime() {
    Captured captured = Captured.plain(java.util.Map.of());
    Screen screen = screen(captured, Language.EN, Screen.Volume.USUAL);
    Watcher.Step step = screen.begin(TITLE);
    pass(4249);
    step.end(COUNTS);

    assertThat(captured.err())
        .isEqualTo("✓ Ingest student                        301,245 rows · 4.2 s\n");
  }

  @Test
  void countsStandInOneColumnInChineseToo() {
    Captured captured = Captured.plain(java.util.Map.of());
    Screen screen = screen(captured, Language.ZH, Screen.Volume.USUAL);
    screen.begin(TITLE).end(COUNTS);
    screen.begin(new Text("计量", "Measures")).end(COUNTS);

    assertThat(captured.err().lines().map(line -> DisplayWidth.of(line.split("301")[0])))
        .containsExactly(40, 40);
  }

  @Test
  void withoutATerminalALongStepIsToldEveryHalfMinute() {
    Captured captured = Captured.plain(java.util.Map.of());
    Screen screen = screen(captured, Language.EN, Screen.Volume.USUAL);
    Watcher.Step step = screen.begin(TITLE);
    step.at(1, 4);
    pass(29_000);
    screen.tick();
    assertThat(captured.err()).isEmpty();
    pass(1_000);
    screen.tick();
    screen.tick();
    pass(45_000);
    screen.tick();

    assertThat(captured.err().lines())
        .containsExactly("… Ingest student  25%  30.0 s", "… Ingest student  25%  1 min 15 s");
  }

  @Test
  void onATerminalTheLineUnderWayIsDrawnOverAndErased() {
    Captured captured = Captured.live();
    Screen screen = screen(captured, Language.EN, Screen.Volume.USUAL);
    Watcher.Step step = screen.begin(TITLE);
    step.at(1, 2);
    screen.tick();
    screen.begin(new Text("计量", "Measures"));
    screen.tick();
    step.end(COUNTS);

    assertThat(captured.err())
        .startsWith("\r\u001b[K… Ingest student  50%  0.0 s")
        .contains("\r\u001b[K… Measures  0.0 s  (+1)")
        .endsWith("\r\u001b[K✓ Ingest student                        301,245 rows · 0.0 s\n");
  }

  @Test
  void aStepThatDoesNotSayHowFarItIsShowsTheTasksOfSpark() {
    Captured captured = Captured.live();
    Screen screen = screen(captured, Language.EN, Screen.Volume.USUAL);
    screen.follow(() -> new Session.Activity(37, 120));
    screen.begin(TITLE);
    screen.tick();
    screen.unfollow();
    screen.tick();

    assertThat(captured.err())
        .contains("… Ingest student  tasks 37/120  0.0 s")
        .endsWith("\u001b[K… Ingest student  0.0 s");
  }

  @Test
  void quietShowsMistakesOnly() {
    Captured captured = Captured.plain(java.util.Map.of());
    Screen screen = screen(captured, Language.EN, Screen.Volume.QUIET);
    screen.begin(TITLE).end(COUNTS);
    screen.say(new Text("好", "fine"));
    screen.complain(new Text("坏", "broken"));

    assertThat(captured.err()).isEqualTo("broken\n");
  }

  @Test
  void aStepThatFailsSaysSoAndEndsOnce() {
    Captured captured = Captured.plain(java.util.Map.of());
    Screen screen = screen(captured, Language.EN, Screen.Volume.USUAL);
    Watcher.Step step = screen.begin(TITLE);
    step.fail();
    step.end(COUNTS);

    assertThat(captured.err()).startsWith("✗ Ingest student").hasLineCount(1);
    assertThat(screen.finished()).singleElement().matches(finished -> !finished.isDone());
  }

  @Test
  void asJsonEachLineIsAnObjectThatSaysWhatRunStepAndEventItIsOf() throws IOException {
    Captured captured = Captured.live();
    Voice voice =
        new JsonVoice(
            captured.terminal().err(),
            Language.EN,
            () -> "night",
            Clock.fixed(Instant.parse("2026-01-31T02:00:00Z"), ZoneOffset.UTC));
    Screen screen =
        new Screen(
            captured.terminal(),
            Language.EN,
            Screen.Volume.USUAL,
            new Interruption(),
            voice,
            nanos::get);
    Watcher.Step step = screen.begin("silver", TITLE);
    pass(30_000);
    screen.tick();
    screen.complain(new Text("! 退回", "! Refused a.csv"));
    step.end(COUNTS);
    screen.begin("measure", TITLE).fail();
    screen.say(new Text("好", "fine\n\"so\""));
    screen.close();

    List<JsonNode> lines = new ArrayList<>();
    for (String line : captured.err().lines().toList()) {
      lines.add(new ObjectMapper().readTree(line));
    }
    assertThat(lines)
        .allSatisfy(
            line -> {
              assertThat(line.get("run_id").asText()).isEqualTo("night");
              assertThat(line.get("time").asText()).isEqualTo("2026-01-31T02:00:00Z");
            })
        .extracting(
            line ->
                "%s %s %s"
                    .formatted(
                        line.get("level").asText(),
                        line.get("step").asText(),
                        line.get("event").asText()))
        .containsExactly(
            "INFO silver step_started",
            "INFO silver progress",
            "WARN silver message",
            "INFO silver step_done",
            "INFO measure step_started",
            "ERROR measure step_failed",
            "INFO  message");
    assertThat(lines.get(3).get("seconds").asDouble()).isEqualTo(30);
    assertThat(lines.get(6).get("message").asText()).isEqualTo("fine\n\"so\"");
  }
}
