package io.junheng.lake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * What a run holds of a lake: one file {@code leases/run-<id>.json} that says that the run is alive
 * and lists the {@linkplain LeasedWork work} that no other run may be at meanwhile. Runs at
 * different work go on side by side. What a dead run held is free.
 *
 * <p>Who takes work looks at all other runs first, and does so alone: the lease {@code gate} is
 * held for that moment.
 */
public final class RunLease implements AutoCloseable {
  private static final String FOLDER = "leases";
  private static final String PREFIX = "run-";
  private static final String GATE = "gate";
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final long PAUSE_MILLIS = 50;

  private final Configuration hadoop;
  private final String lakeRoot;
  private final String runId;
  private final Clock clock;
  private final Lease own;

  private RunLease(Configuration hadoop, String lakeRoot, String runId, Clock clock, Lease own) {
    this.hadoop = hadoop;
    this.lakeRoot = lakeRoot;
    this.runId = runId;
    this.clock = clock;
    this.own = own;
  }

  /** Says that a run is alive; it holds nothing yet. */
  public static RunLease begin(Configuration hadoop, String lakeRoot, String runId, Clock clock)
      throws IOException, LeaseHeldException {
    return new RunLease(
        hadoop,
        lakeRoot,
        runId,
        clock,
        Lease.acquire(hadoop, lakeRoot, PREFIX + runId, runId, clock));
  }

  /** The runs that are alive, each with the work that it holds. */
  public static List<LeaseHolder> holders(Configuration hadoop, String lakeRoot, Instant now)
      throws IOException {
    List<LeaseHolder> holders = new ArrayList<>();
    for (LeaseFile file : files(hadoop, lakeRoot)) {
      file.holder().filter(holder -> !Lease.isGone(holder, now)).ifPresent(holders::add);
    }
    return holders;
  }

  private static List<LeaseFile> files(Configuration hadoop, String lakeRoot) throws IOException {
    LakeFiles files = new LakeFiles(hadoop);
    Path folder = new Path(lakeRoot, FOLDER);
    List<LeaseFile> found = new ArrayList<>();
    try {
      for (FileStatus status : files.system(folder).listStatus(folder)) {
        if (status.getPath().getName().matches(PREFIX + ".*\\.json")) {
          found.add(new LeaseFile(files, status.getPath()));
        }
      }
    } catch (FileNotFoundException noRunYet) {
      return List.of();
    }
    return found;
  }

  /** Takes all of the work, or nothing and says who is at some of it. */
  public void take(Collection<LeasedWork> works) throws IOException, LeaseHeldException {
    Lease gate = gate();
    try {
      Map<LeasedWork, LeaseHolder> held = heldByOthers(works);
      if (!held.isEmpty()) {
        LeasedWork first = held.keySet().iterator().next();
        throw new LeaseHeldException(first.toString(), held.get(first));
      }
      hold(works);
    } finally {
      gate.close();
    }
  }

  /** Takes what nobody is at; returns who is at the rest. */
  public Map<LeasedWork, LeaseHolder> takeFree(Collection<LeasedWork> works)
      throws IOException, LeaseHeldException {
    Lease gate = gate();
    try {
      Map<LeasedWork, LeaseHolder> held = heldByOthers(works);
      hold(works.stream().filter(work -> !held.containsKey(work)).toList());
      return held;
    } finally {
      gate.close();
    }
  }

  /** Throws where another run took the work over, as after a long sleep of the machine. */
  public void requireHeld() {
    own.requireHeld();
  }

  /** Gives everything back. */
  @Override
  public void close() {
    own.close();
  }

  private void hold(Collection<LeasedWork> works) throws IOException {
    own.requireHeld();
    own.hold(works.stream().map(LeasedWork::toString).toList());
  }

  private Map<LeasedWork, LeaseHolder> heldByOthers(Collection<LeasedWork> works)
      throws IOException {
    Map<LeasedWork, LeaseHolder> held = new LinkedHashMap<>();
    for (LeaseFile file : files(hadoop, lakeRoot)) {
      Optional<LeaseHolder> holder = file.holder().filter(other -> !other.runId().equals(runId));
      if (holder.isPresent() && Lease.isGone(holder.get(), clock.instant())) {
        file.remove(holder.get());
      } else if (holder.isPresent()) {
        List<LeasedWork> others = holder.get().works().stream().map(LeasedWork::parse).toList();
        works.stream()
            .filter(work -> others.stream().anyMatch(work::meets))
            .forEach(work -> held.putIfAbsent(work, holder.get()));
      }
    }
    return held;
  }

  /** Others are behind the gate for moments; one that died there is waited for. */
  private Lease gate() throws IOException, LeaseHeldException {
    Instant end = Instant.now().plus(PATIENCE);
    while (true) {
      try {
        return Lease.acquire(hadoop, lakeRoot, GATE, runId, clock);
      } catch (LeaseHeldException e) {
        if (Instant.now().isAfter(end)) {
          throw e;
        }
        pause();
      }
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for another run", e);
    }
  }
}
