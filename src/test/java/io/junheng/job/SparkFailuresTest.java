package io.junheng.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.junheng.definition.Text;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;

class SparkFailuresTest {
  private static Outcome outcomeOf(Throwable failure) {
    return failure instanceof JobException told ? told.outcome() : Outcome.BUG;
  }

  @Test
  void aJobsOwnFailureKeepsItsOutcomeHoweverDeepItIsWrapped() {
    JobException told = new JobException(Outcome.BUSY, Text.same("held"));

    assertThat(SparkFailures.told(new IllegalStateException(new RuntimeException(told))))
        .isSameAs(told);
  }

  @Test
  void diskAndNetworkAreStorage() {
    assertThat(outcomeOf(SparkFailures.told(new UncheckedIOException(new IOException("disk")))))
        .isEqualTo(Outcome.STORAGE);
    assertThat(
            outcomeOf(
                SparkFailures.told(
                    new SparkException(
                        "Job aborted", new FileNotFoundException("No space left on device")))))
        .isEqualTo(Outcome.STORAGE);
    assertThat(
            outcomeOf(
                SparkFailures.told(new SparkException("ExecutorLostFailure (executor 1 exited)"))))
        .isEqualTo(Outcome.STORAGE);
  }

  @Test
  void theSentenceNamesTheInnermostReasonOnItsFirstLineOnly() {
    RuntimeException told =
        SparkFailures.told(
            new SparkException("Job aborted\n\tat x", new IOException("No space left\n\tat y")));

    assertThat(((JobException) told).text().en())
        .isEqualTo("Storage or cluster failed: IOException: No space left");
  }

  @Test
  void tooLittleMemoryComesWithItsCure() {
    RuntimeException told = SparkFailures.told(new OutOfMemoryError("Java heap space"));

    assertThat(outcomeOf(told)).isEqualTo(Outcome.STORAGE);
    assertThat(((JobException) told).text().en()).contains("--driver-memory");
  }

  @Test
  void ourOwnMistakesStayWhatTheyAre() {
    IllegalStateException bug = new IllegalStateException("bug");

    assertThat(SparkFailures.told(bug)).isSameAs(bug);
    assertThat(outcomeOf(SparkFailures.told(new SparkException("Job aborted", bug))))
        .isEqualTo(Outcome.BUG);
    assertThatThrownBy(() -> SparkFailures.told(new StackOverflowError()))
        .isInstanceOf(StackOverflowError.class);
  }
}
