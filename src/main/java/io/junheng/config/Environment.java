package io.junheng.config;

import io.junheng.definition.DatabaseSource;
import io.junheng.definition.SmallCounts;
import java.util.List;
import java.util.Locale;
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
 * @param smallCounts what peers and the public do not see
 * @param mart the database of published results; empty: none
 * @param databases whose rows are delivered like files
 */
public record Environment(
    String lake,
    String landing,
    String keyFile,
    Optional<Double> maxRejectedShare,
    Optional<Integer> shufflePartitions,
    Map<String, String> spark,
    SmallCounts smallCounts,
    Optional<Mart> mart,
    List<DatabaseSource> databases) {
  /**
   * The database of published results.
   *
   * @param url JDBC address, without a password
   * @param passwordFile file whose first line is the password
   * @param driver jar of its JDBC driver; PostgreSQL's is here already
   */
  public record Mart(
      String url, Optional<String> user, Optional<String> passwordFile, Optional<String> driver) {
    public Mart {
      if (!url.startsWith("jdbc:") || url.toLowerCase(Locale.ROOT).contains("password=")) {
        throw new IllegalArgumentException(
            "mart.url is a JDBC address without a password, such as"
                + " jdbc:postgresql://host:5432/database");
      }
    }
  }

  /** An environment that publishes nothing to a database. */
  public Environment(
      String lake,
      String landing,
      String keyFile,
      Optional<Double> maxRejectedShare,
      Optional<Integer> shufflePartitions,
      Map<String, String> spark) {
    this(
        lake,
        landing,
        keyFile,
        maxRejectedShare,
        shufflePartitions,
        spark,
        SmallCounts.USUAL,
        Optional.empty(),
        List.of());
  }

  public Environment {
    Objects.requireNonNull(lake, "lake");
    Objects.requireNonNull(landing, "landing");
    Objects.requireNonNull(keyFile, "keyFile");
    Objects.requireNonNull(smallCounts, "smallCounts");
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
