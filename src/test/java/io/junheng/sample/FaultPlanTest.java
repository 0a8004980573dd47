package io.junheng.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultPlanTest {
  @TempDir Path folder;

  @Test
  void theLightPlanSpoilsADozenRowsAndNoFile() {
    FaultPlan plan = FaultPlan.light();
    assertThat(plan.entries()).hasSize(12).noneMatch(entry -> entry.kind().isOfFile());
  }

  @Test
  void commentsAndBlankLinesAreSkipped() throws IOException {
    FaultPlan plan = read("# why\ndataset,kind,column,count\n\nstudent,duplicate_key,,3\n");
    assertThat(plan.entries())
        .containsExactly(new FaultPlan.Entry("student", FaultKind.DUPLICATE_KEY, "", 3));
  }

  @Test
  void anUnknownKindIsNamedWithItsLineAndTheKnownOnes() {
    assertThatThrownBy(() -> read("dataset,kind,column,count\nstudent,gone_wrong,grade,1\n"))
        .hasMessageContaining("line 2")
        .hasMessageContaining("gone_wrong")
        .hasMessageContaining("bad_check_digit");
  }

  @Test
  void aFaultWithoutTheColumnThatItSpoilsIsRefused() {
    assertThatThrownBy(() -> read("dataset,kind,column,count\nstudent,unknown_code,,1\n"))
        .hasMessageContaining("needs a column");
  }

  private FaultPlan read(String text) throws IOException {
    return FaultPlan.read(Files.writeString(folder.resolve("faults.csv"), text));
  }
}
