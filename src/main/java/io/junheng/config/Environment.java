package io.junheng.config;

import io.junheng.definition.DatabaseSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a run works and with what settings: {@code conf/env/NAME.yaml}, with what was typed in its
 * place.
 *
 * @param lake folder or URI of the tables
 * @param landing folder or URI of the deliveries
 * @param keyFile file with the secret key that turns the ids of people into keyed hashes
 * @param maxRejectedShare in place of each contract's own share; empty: the contracts'
 * @param shufflePartitions empty: Spark's own choice
 * @param spark Spark's settings by their full names
 * @param databases whose rows are delivered like files
 */
public record Environment(
    String lake,
    String landing,
    String keyFile,
    Optional<Double> maxRejectedShare,
    Optional<Integer> shufflePartitions,
    Map<String, String> spark,
    List<DatabaseSource> databases) {
  public Environment {
    Objects.requireNonNull(lake, "lake");
    Objects.requireNonNull(landing, "landing");
    Objects.requireNonNull(keyFile, "keyFile");
    spark = Map.copyOf(spark);
    databases = List.copyOf(databases);
    if (maxRejectedShare.filter(share -> share < 0 || share > 1).isPresent()) {
      throw new IllegalArgumentException("max_rejected_share lies between 0 and 1");
    }
    if (shufflePartitions.filter(partitions -> partitions < 1).isPresent()) {
      throw new IllegalArgumentException("shuffle_partitions is at least 1");
    }
  }
}
