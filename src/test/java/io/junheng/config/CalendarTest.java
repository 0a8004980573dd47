package io.junheng.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Calendar;
import io.junheng.definition.Language;
import io.junheng.definition.Period;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalendarTest {
  @TempDir private Path folder;

  private ConfResult read(String calendar) {
    return new ConfReader(OverlaidConf.in(folder).write("calendar.yaml", calendar).root()).read();
  }

  @Test
  void theLineOfADatasetGoesBeforeTheOneOfAll() {
    Calendar calendar =
        read("""
            calendar:
              - {periods: [202310], deadline: 2023-10-20, grace: 5}
              - {periods: [202310], datasets: [school], deadline: 2023-10-31, required: false}
            """)
            .catalogue()
            .orElseThrow()
            .calendar();

    Period period = Period.parse("202310");
    assertThat(calendar.find("teacher", period).orElseThrow().lastDay())
        .isEqualTo(LocalDate.of(2023, 10, 25));
    assertThat(calendar.find("school", period).orElseThrow().isRequired()).isFalse();
    assertThat(calendar.find("school", period.next())).isEmpty();
  }

  @Test
  void itIsNoPartOfTheDigestForNoFigureDependsOnIt() {
    String digest = read("calendar: []\n").catalogue().orElseThrow().digest();

    assertThat(
            read("calendar: [{periods: [202310], deadline: 2023-10-20}]\n")
                .catalogue()
                .orElseThrow()
                .digest())
        .isEqualTo(digest);
  }

  @Test
  void daysThatCannotBeAreTold() {
    ConfResult result =
        read(
            """
            calendar:
              - {periods: [202310], deadline: 2023-02-30}
              - {periods: [202310], opening: 2023-11-01, deadline: 2023-10-20}
            """);

    assertThat(result.problems())
        .extracting(problem -> problem.in(Language.EN))
        .anyMatch(line -> line.contains("wrong_type") && line.contains("a day (YYYY-MM-DD)"))
        .anyMatch(line -> line.contains("the deadline lies before the opening"));
  }
}
