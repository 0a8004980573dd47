package io.junheng.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every line of the schedule, started by a real cron at the minute that the line names: a cron of
 * our own whose clock begins just before and runs sixty times as fast. It reads the crontab of the
 * user root, so it needs one who is root and has none.
 */
class RealCronTest {
  private static final Path CRONTAB = Path.of("/var/spool/cron/crontabs/root");
  private static final LocalDateTime SCHOOL_YEAR = LocalDateTime.of(2026, 9, 1, 0, 0);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final long LIMIT = Duration.ofSeconds(30).toNanos();

  @TempDir private Path folder;
  private boolean isOurs;

  @BeforeEach
  void onlyWhereNobodysCrontabIsTouched() {
    assumeThat(System.getProperty("user.name")).isEqualTo("root");
    assumeThat(CRONTAB).doesNotExist();
    assumeThat(CRONTAB.getParent()).exists();
    assumeThat(Path.of("/usr/bin/faketime")).exists();
    isOurs = true;
  }

  @AfterEach
  void takeTheCrontabAway() throws IOException {
    if (isOurs) {
      Files.deleteIfExists(CRONTAB);
    }
  }

  static List<CronFile.Entry> entries() throws IOException {
    return CronFile.read(Path.of("jobs/schedules/junheng.cron")).entries();
  }

  @ParameterizedTest
  @MethodSource("entries")
  void cronStartsTheLineAtItsMinute(CronFile.Entry entry) throws Exception {
    Path called = folder.resolve("called");
    Path jobs = Files.createDirectories(folder.resolve("home/jobs"));
    for (String job : List.of("ingest", "compute", "release", "publish", "maintain", "junheng")) {
      Path noting = jobs.resolve(job);
      Files.writeString(noting, "#!/bin/sh\necho \"${0##*/} $*\" >>'%s'\n".formatted(called));
      assertThat(noting.toFile().setExecutable(true)).isTrue();
    }
    writeCrontab(entry);

    Process cron = cronThatBeginsBefore(entry.next(SCHOOL_YEAR));
    try {
      long limit = System.nanoTime() + LIMIT;
      while (!Files.exists(called) && System.nanoTime() < limit) {
        Thread.sleep(50);
      }
      assertThat(called).as(entry.toString()).exists();
    } finally {
      // The program that turns the clock starts cron as its child.
      cron.descendants().forEach(ProcessHandle::destroyForcibly);
      cron.destroyForcibly();
      assertThat(cron.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
    String job = Files.readAllLines(called).get(0).split(" ")[0];
    assertThat(entry.command()).contains("/jobs/" + job);
  }

  private void writeCrontab(CronFile.Entry entry) throws IOException {
    CronFile schedule = CronFile.read(Path.of("jobs/schedules/junheng.cron"));
    StringBuilder text = new StringBuilder();
    schedule.variables().forEach((name, value) -> text.append(name + "=" + value + "\n"));
    text.append(
        "MAILTO=\"\"\nJUNHENG_HOME=%s\nLOG=%s\n"
            .formatted(folder.resolve("home"), folder.resolve("log")));
    text.append(String.join(" ", entry.times())).append(' ').append(entry.command()).append('\n');
    Files.writeString(CRONTAB, text);
    Files.setPosixFilePermissions(CRONTAB, PosixFilePermissions.fromString("rw-------"));
  }

  private Process cronThatBeginsBefore(LocalDateTime minute) throws IOException {
    // A minute is a second here: time for cron to start on a busy machine.
    String begins = TIME.format(minute.minusMinutes(3));
    return new ProcessBuilder("faketime", "-f", "@" + begins + " x60", "cron", "-f")
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("cron").toFile())
        .start();
  }
}
