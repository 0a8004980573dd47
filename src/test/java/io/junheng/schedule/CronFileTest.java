package io.junheng.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronFileTest {
  private static final Path FOLDER = Path.of("jobs/schedules");
  private static final Pattern SCRIPT = Pattern.compile("\"\\$JUNHENG_HOME/([^\"]+)\"");

  static List<Path> schedules() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".cron")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void cronUnderstandsEveryLineAndEveryVariableHasAValue(Path schedule) throws IOException {
    CronFile cron = CronFile.read(schedule);

    assertThat(cron.entries()).isNotEmpty();
    assertThat(cron.variables()).containsKeys("SHELL", "PATH", "MAILTO");
    assertThat(cron.entries())
        .allSatisfy(entry -> assertThat(cron.variables()).containsKeys(names(entry)));
  }

  private static String[] names(CronFile.Entry entry) {
    return entry.used().toArray(String[]::new);
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void whatAnEntryStartsIsThereAndMayBeExecuted(Path schedule) throws IOException {
    List<String> scripts = new ArrayList<>();
    for (CronFile.Entry entry : CronFile.read(schedule).entries()) {
      SCRIPT.matcher(entry.command()).results().map(m -> m.group(1)).forEach(scripts::add);
    }
    assertThat(scripts)
        .isNotEmpty()
        .allSatisfy(script -> assertThat(Path.of(script)).isExecutable());
  }

  @Test
  void everyRunOfTheYearIsFollowedByItsStatusAndFailuresAreTold() throws IOException {
    CronFile cron = CronFile.read(FOLDER.resolve("junheng.cron"));

    assertThat(cron.entries())
        .allSatisfy(entry -> assertThat(entry.command()).contains("|| echo ", "$?"));
    assertThat(cron.entries())
        .filteredOn(entry -> entry.command().contains(" --spark "))
        .hasSize(3)
        .allSatisfy(entry -> assertThat(entry.command()).contains("; ", " status --wait "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "60 2 * * * true\n",
        "0 24 * * * true\n",
        "0 2 0 * * true\n",
        "0 2 * 13 * true\n",
        "0 2 * * 8 true\n",
        "0 5-2 * * * true\n",
        "0 2 * * MON-FRIDAY true\n",
        "*/0 * * * * true\n",
        "0 2 * * true\n",
        "LAKE=$HOME/lake\n",
        "0 2 * * * date +%F\n",
        "0 2 * * * true"
      })
  void whatCronWouldTakeDifferentlyThanItLooksIsRefused(String text) {
    assertThatThrownBy(() -> CronFile.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
