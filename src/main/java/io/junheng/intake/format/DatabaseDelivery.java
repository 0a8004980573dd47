package io.junheng.intake.format;

import io.junheng.definition.Period;
import java.util.List;
import java.util.Optional;

/**
 * Rows of a database that are one delivery.
 *
 * @param name what people see in messages
 * @param period of all its rows; empty where the contract takes it from the rows
 * @param place values of the period's and the county's column, as the database gives them; empty
 *     where all rows are meant
 */
public record DatabaseDelivery(
    String name,
    String dataset,
    Optional<Period> period,
    Optional<String> county,
    List<Object> place) {
  public DatabaseDelivery {
    place = List.copyOf(place);
  }

  /** The delivery as a file that was archived. */
  public ArchivedFile archivedAs(String fileId, long bytes, String archivedPath) {
    return new DeliveredFile(
            archivedPath,
            Optional.empty(),
            name,
            dataset,
            period,
            county,
            bytes,
            DeliveredFormat.PARQUET)
        .archivedAs(fileId, archivedPath);
  }
}
