package io.junheng.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * The right to be the only run at a piece of work, as a file {@code leases/<work>.json} that only
 * one can make.
 *
 * <p>The holder says every ten seconds that it is alive. A lease is taken over when its process on
 * this host has ended, or when nothing has been heard of it for two minutes. On an object store
 * that cannot create exclusively, two runs that start within the same moment may both get it; Delta
 * still refuses the later of two commits to the same rows.
 */
public final class Lease implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Lease.class.getName());
  private static final Duration BEAT = Duration.ofSeconds(10);
  private static final Duration SILENCE = Duration.ofMinutes(2);

  private final LeaseFile file;
  private volatile LeaseHolder self;
  private final Clock clock;
  private final ScheduledExecutorService timer;
  private final ScheduledFuture<?> beating;
  private volatile boolean isLost;

  private Lease(LeaseFile file, LeaseHolder self, Clock clock) {
    this.file = file;
    this.self = self;
    this.clock = clock;
    this.timer = Executors.newSingleThreadScheduledExecutor(Lease::daemon);
    this.beating =
        timer.scheduleAtFixedRate(this::beat, BEAT.toSeconds(), BEAT.toSeconds(), TimeUnit.SECONDS);
  }

  /**
   * Takes the lease or says who holds it.
   *
   * @param work what only one run may do at a time, such as {@code lake} or a period; letters,
   *     digits, dot, dash
   * @throws LeaseHeldException where another run holds it
   */
  public static Lease acquire(
      Configuration hadoop, String lakeRoot, String work, String runId, Clock clock)
      throws IOException, LeaseHeldException {
    if (!work.matches("[\\w.-]+")) {
      throw new IllegalArgumentException("'%s' is no name for a lease".formatted(work));
    }
    LeaseFile file = file(hadoop, lakeRoot, work);
    LeaseHolder self = LeaseHolder.self(runId, clock.instant());
    if (!isTaken(file, self, clock.instant())) {
      throw new LeaseHeldException(
          work, file.holder().orElseGet(() -> LeaseHolder.unknown(clock.instant())));
    }
    return new Lease(file, self, clock);
  }

  /** Who is at a piece of work now; empty where nobody is, or who was is gone. */
  public static Optional<LeaseHolder> holder(
      Configuration hadoop, String lakeRoot, String work, Instant now) throws IOException {
    return file(hadoop, lakeRoot, work).holder().filter(holder -> !holder.isGone(now, SILENCE));
  }

  private static LeaseFile file(Configuration hadoop, String lakeRoot, String work) {
    return new LeaseFile(new LakeFiles(hadoop), new Path(lakeRoot, "leases/" + work + ".json"));
  }

  private static boolean isTaken(LeaseFile file, LeaseHolder self, Instant now) throws IOException {
    if (file.create(self)) {
      return true;
    }
    Optional<LeaseHolder> holder = file.holder();
    if (holder.isEmpty()) {
      return file.create(self);
    }
    return isGone(holder.get(), now) && isTakenOver(file, holder.get(), self, now);
  }

  /** Whether the holder's process has ended, or nothing was heard of it for two minutes. */
  static boolean isGone(LeaseHolder holder, Instant now) {
    return holder.isGone(now, SILENCE);
  }

  /** Notes in the file what the holder is at, beside what it was at already. */
  synchronized void hold(List<String> works) throws IOException {
    LeaseHolder more = self.withMore(works);
    file.renew(more);
    self = more;
  }

  /**
   * Several runs may find the holder gone at once. Who gets the claim looks again and replaces; a
   * claim whose own holder is gone is taken over the same way.
   */
  private static boolean isTakenOver(
      LeaseFile file, LeaseHolder gone, LeaseHolder self, Instant now) throws IOException {
    LeaseFile claim = file.claimOn(gone);
    if (!isTaken(claim, self, now)) {
      return false;
    }
    try {
      boolean isStillGone = file.isHeldBy(gone);
      if (isStillGone) {
        file.renew(self);
      }
      return isStillGone;
    } finally {
      claim.remove(self);
    }
  }

  /**
   * Throws where the lease was taken over, as after a long sleep of the machine. To be asked before
   * a commit.
   */
  public void requireHeld() {
    if (isLost) {
      throw new IllegalStateException(
          "another run took over the lease %s of run %s"
              .formatted(file.path().getName(), self.runId()));
    }
  }

  /** Gives the lease back. */
  @Override
  public synchronized void close() {
    beating.cancel(false);
    timer.shutdown();
    try {
      file.remove(self);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove the lease " + file.path(), e);
    }
  }

  private synchronized void beat() {
    try {
      if (timer.isShutdown()) {
        return;
      }
      if (file.isHeldBy(self)) {
        file.renew(self.beatingAt(clock.instant()));
      } else {
        isLost = true;
        timer.shutdown();
      }
    } catch (IOException e) {
      // The storage may be back at the next beat; two minutes of silence end the lease.
      LOG.log(System.Logger.Level.WARNING, "no heartbeat for " + file.path().getName(), e);
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "junheng-lease");
    thread.setDaemon(true);
    return thread;
  }
}
