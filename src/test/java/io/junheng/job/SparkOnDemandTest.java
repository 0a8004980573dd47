package io.junheng.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Text;
import io.junheng.testing.SharedSpark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedSpark.class)
class SparkOnDemandTest {
  /** As the screen does, whose lock the end of the step waits for. */
  @Test
  void anotherThreadThatLooksWhileSparkStartsIsNotKeptWaiting(SparkSession shared) {
    Looking looking = new Looking();
    looking.spark = SparkOnDemand.of(new SparkStart("test", Map.of(), Map.of()), looking);

    assertThat(looking.spark.session()).isSameAs(shared);

    assertThat(looking.seen).containsExactly(Optional.empty(), Optional.of(shared));
  }

  /** Looks from another thread when a step begins and when it ends. */
  private static final class Looking implements Watcher {
    private final List<Optional<SparkSession>> seen = new ArrayList<>();
    private SparkOnDemand spark;

    private void look() {
      seen.add(
          CompletableFuture.supplyAsync(spark::started).orTimeout(20, TimeUnit.SECONDS).join());
    }

    @Override
    public Step begin(Text title) {
      look();
      return new Step() {
        @Override
        public void at(long done, long total) {}

        @Override
        public void end(Text counts) {
          look();
        }

        @Override
        public void fail() {}
      };
    }

    @Override
    public void say(Text message) {}

    @Override
    public OptionalInt interruption() {
      return OptionalInt.empty();
    }
  }
}
