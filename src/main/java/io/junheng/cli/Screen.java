package io.junheng.cli;

import io.junheng.definition.Language;
import io.junheng.definition.Text;
import io.junheng.job.Session;
import io.junheng.job.Watcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
  private final Voice voice;
  private final Language language;
  private final Volume volume;
  private final boolean isLive;
  private final LongSupplier nanos;
  private final List<Running> running = new ArrayList<>();
  private final List<Finished> finished = new ArrayList<>();
  private final ScheduledExecutorService clock;
  private volatile Voice.StepName during = Voice.StepName.NONE;
  private Optional<Supplier<Session.Activity>> activity = Optional.empty();

  Screen(
      Terminal terminal, Language language, Volume volume, Interruption interruption, Voice voice) {
    this(terminal, language, volume, interruption, voice, System::nanoTime);
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
      Voice voice,
      LongSupplier nanos) {
    this.interruption = interruption;
    this.voice = voice;
    this.language = language;
    this.volume = volume;
    this.isLive = terminal.isLive() && voice instanceof LineVoice;
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
  public Step begin(Text title) {
    return begin("", title);
  }

  @Override
  public synchronized Step begin(String name, Text title) {
    Running step = new Running(new Voice.StepName(name, title), nanos.getAsLong());
    running.add(step);
    notesWhatIsUnderWay();
    if (volume != Volume.QUIET) {
      voice.begins(step.name);
    }
    return step;
  }

  @Override
  public synchronized void say(Text message) {
    if (volume != Volume.QUIET) {
      voice.says(during(), message);
    }
  }

  @Override
  public OptionalInt interruption() {
    return interruption.exitCode();
  }

  /** Something went wrong: said at any volume. */
  synchronized void complain(Text message) {
    voice.says(during(), message);
  }

  /**
   * The step that began last and is under way. Takes no lock: whoever writes a log asks, whatever
   * it holds.
   */
  Voice.StepName during() {
    return during;
  }

  private void notesWhatIsUnderWay() {
    during = running.isEmpty() ? Voice.StepName.NONE : running.get(running.size() - 1).name;
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
      underWay(running.get(running.size() - 1));
    } else {
      running.stream().filter(Running::isDue).forEach(this::underWay);
    }
  }

  @Override
  public synchronized void close() {
    voice.close();
    running.clear();
    clock.shutdownNow();
  }

  private void underWay(Running step) {
    String share = step.total == 0 ? tasks() : "  %d%%".formatted(100 * step.done / step.total);
    String others = isLive && running.size() > 1 ? "  (+%d)".formatted(running.size() - 1) : "";
    voice.isUnderWay(step.name, share, step.elapsed(), others);
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
    notesWhatIsUnderWay();
    double seconds = step.elapsed().toMillis() / 1000.0;
    finished.add(new Finished(step.name.title(), counts, seconds, isDone));
    if (volume != Volume.QUIET) {
      voice.ended(step.name, counts, step.elapsed(), isDone);
    }
  }

  /** A step under way. */
  private final class Running implements Step {
    private final Voice.StepName name;
    private final long began;
    private long done;
    private long total;
    private Duration told = Duration.ZERO;

    Running(Voice.StepName name, long began) {
      this.name = name;
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
