package io.junheng.cli;

import io.junheng.definition.Language;
import io.junheng.definition.Text;
import io.junheng.job.Session;
import io.junheng.job.Watcher;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Shows on the error stream what a job does: one line for each finished step with counts and time,
 * and what is under way, redrawn on a terminal, told every half minute elsewhere.
 */
final class Screen implements Watcher, AutoCloseable {
  private static final long REDRAW_MILLIS = 200;
  private static final Duration HEARTBEAT = Duration.ofSeconds(30);
  private static final int TITLE_WIDTH = 36;
  private static final String ERASE_LINE = "\r\u001b[K";

  /** How much is said. */
  enum Volume {
    /** Mistakes only. */
    QUIET,
    USUAL,
    /** Also when a step begins. */
    LOUD
  }

  /** A step that ended well or not, for the machine-readable result. */
  record Finished(Text title, Text counts, double seconds, boolean isDone) {}

  private final Interruption interruption;
  private final PrintStream err;
  private final Language language;
  private final Volume volume;
  private final boolean isLive;
  private final int width;
  private final LongSupplier nanos;
  private final List<Running> running = new ArrayList<>();
  private final List<Finished> finished = new ArrayList<>();
  private final ScheduledExecutorService clock;
  private Optional<Supplier<Session.Activity>> activity = Optional.empty();
  private boolean isDrawn;

  Screen(Terminal terminal, Language language, Volume volume, Interruption interruption) {
    this(terminal, language, volume, interruption, System::nanoTime);
    if (volume != Volume.QUIET) {
      startClock();
    }
  }

  /** Without a clock of its own: a test says when to {@link #tick}. */
  Screen(
      Terminal terminal,
      Language language,
      Volume volume,
      Interruption interruption,
      LongSupplier nanos) {
    this.interruption = interruption;
    this.err = terminal.err();
    this.language = language;
    this.volume = volume;
    this.isLive = terminal.isLive();
    this.width = terminal.width();
    this.nanos = nanos;
    this.clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "screen");
              thread.setDaemon(true);
              return thread;
            });
  }

  private void startClock() {
    long every = isLive ? REDRAW_MILLIS : 1000;
    var unused = clock.scheduleAtFixedRate(this::tick, every, every, TimeUnit.MILLISECONDS);
  }

  @Override
  public synchronized Step begin(Text title) {
    Running step = new Running(title, nanos.getAsLong());
    running.add(step);
    if (volume == Volume.LOUD) {
      print("▸ " + title.in(language));
    }
    return step;
  }

  @Override
  public synchronized void say(Text message) {
    if (volume != Volume.QUIET) {
      print(message.in(language));
    }
  }

  @Override
  public OptionalInt interruption() {
    return interruption.exitCode();
  }

  /** Something went wrong: said at any volume. */
  synchronized void complain(Text message) {
    print(message.in(language));
  }

  /** Shows Spark's tasks beside a step that does not say itself how far it is. */
  synchronized void follow(Supplier<Session.Activity> now) {
    activity = Optional.of(now);
  }

  /** Spark is about to end: its tasks are asked for no more. */
  synchronized void unfollow() {
    activity = Optional.empty();
  }

  /** The steps so far, in the order in which they ended. */
  synchronized List<Finished> finished() {
    return List.copyOf(finished);
  }

  /** Draws or tells what is under way. */
  synchronized void tick() {
    if (running.isEmpty()) {
      return;
    }
    if (isLive) {
      err.print(
          ERASE_LINE + DisplayWidth.cut(underWay(running.get(running.size() - 1)), width - 1));
      err.flush();
      isDrawn = true;
    } else {
      running.stream().filter(Running::isDue).forEach(step -> print(underWay(step)));
    }
  }

  @Override
  public synchronized void close() {
    erase();
    running.clear();
    clock.shutdownNow();
  }

  private String underWay(Running step) {
    String share = step.total == 0 ? tasks() : "  %d%%".formatted(100 * step.done / step.total);
    String others = isLive && running.size() > 1 ? "  (+%d)".formatted(running.size() - 1) : "";
    return "… " + step.title.in(language) + share + "  " + time(step.elapsed()) + others;
  }

  private String tasks() {
    return activity
        .map(Supplier::get)
        .filter(now -> now.tasks() > 0)
        .map(
            now ->
                (language == Language.ZH ? "  任务 " : "  tasks ") + now.done() + "/" + now.tasks())
        .orElse("");
  }

  private synchronized void finish(Running step, Text counts, boolean isDone) {
    if (!running.remove(step)) {
      return;
    }
    double seconds = step.elapsed().toMillis() / 1000.0;
    finished.add(new Finished(step.title, counts, seconds, isDone));
    if (volume == Volume.QUIET) {
      return;
    }
    String words = counts.in(language);
    print(
        (isDone ? "✓ " : "✗ ")
            + DisplayWidth.left(step.title.in(language), TITLE_WIDTH)
            + "  "
            + (words.isEmpty() ? "" : words + " · ")
            + time(step.elapsed()));
  }

  private void print(String line) {
    erase();
    err.println(line);
    err.flush();
  }

  private void erase() {
    if (isDrawn) {
      err.print(ERASE_LINE);
      err.flush();
      isDrawn = false;
    }
  }

  private String time(Duration elapsed) {
    if (elapsed.toMinutes() == 0) {
      return String.format(Locale.ROOT, "%.1f s", elapsed.toMillis() / 1000.0);
    }
    return "%d min %02d s".formatted(elapsed.toMinutes(), elapsed.toSecondsPart());
  }

  /** A step under way. */
  private final class Running implements Step {
    private final Text title;
    private final long began;
    private long done;
    private long total;
    private Duration told = Duration.ZERO;

    Running(Text title, long began) {
      this.title = title;
      this.began = began;
    }

    @Override
    public void at(long nowDone, long ofTotal) {
      synchronized (Screen.this) {
        done = nowDone;
        total = ofTotal;
      }
    }

    @Override
    public void end(Text counts) {
      finish(this, counts, true);
    }

    @Override
    public void fail() {
      finish(this, Text.same(""), false);
    }

    private Duration elapsed() {
      return Duration.ofNanos(nanos.getAsLong() - began);
    }

    /** Whether half a minute went by since the step was last told of; if so, it is told now. */
    private boolean isDue() {
      Duration elapsed = elapsed();
      if (elapsed.minus(told).compareTo(HEARTBEAT) < 0) {
        return false;
      }
      told = elapsed;
      return true;
    }
  }
}
