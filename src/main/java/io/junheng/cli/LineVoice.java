package io.junheng.cli;

import io.junheng.definition.Language;
import io.junheng.definition.Text;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * Lines for people. On a terminal the line of the step under way is drawn over and erased before
 * the next.
 */
final class LineVoice implements Voice {
  private static final int TITLE_WIDTH = 36;
  private static final String ERASE_LINE = "\r\u001b[K";

  private final PrintStream err;
  private final Language language;
  private final Screen.Volume volume;
  private final boolean isLive;
  private final int width;
  private boolean isDrawn;

  LineVoice(Terminal terminal, Language language, Screen.Volume volume) {
    this.err = terminal.err();
    this.language = language;
    this.volume = volume;
    this.isLive = terminal.isLive();
    this.width = terminal.width();
  }

  @Override
  public void begins(StepName step) {
    if (volume == Screen.Volume.LOUD) {
      print("▸ " + step.title().in(language));
    }
  }

  @Override
  public void isUnderWay(StepName step, String progress, Duration elapsed, String others) {
    String line = "… " + step.title().in(language) + progress + "  " + time(elapsed) + others;
    if (isLive) {
      err.print(ERASE_LINE + DisplayWidth.cut(line, width - 1));
      err.flush();
      isDrawn = true;
    } else {
      print(line);
    }
  }

  @Override
  public void ended(StepName step, Text counts, Duration elapsed, boolean isDone) {
    String words = counts.in(language);
    print(
        (isDone ? "✓ " : "✗ ")
            + DisplayWidth.left(step.title().in(language), TITLE_WIDTH)
            + "  "
            + (words.isEmpty() ? "" : words + " · ")
            + time(elapsed));
  }

  @Override
  public void says(StepName during, Text message) {
    print(message.in(language));
  }

  private void print(String line) {
    erase();
    err.println(line);
    err.flush();
  }

  @Override
  public void close() {
    erase();
  }

  private void erase() {
    if (isDrawn) {
      err.print(ERASE_LINE);
      err.flush();
      isDrawn = false;
    }
  }

  private static String time(Duration elapsed) {
    if (elapsed.toMinutes() == 0) {
      return String.format(Locale.ROOT, "%.1f s", elapsed.toMillis() / 1000.0);
    }
    return "%d min %02d s".formatted(elapsed.toMinutes(), elapsed.toSecondsPart());
  }
}
