package io.junheng.publication.form;

import io.junheng.publication.form.FormReader.Filled;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A cell of a filled form that is not what the lake says.
 *
 * @param place sheet and cell; empty where the file has no such cell any more
 * @param inLake as the form prints it; empty where the lake has no value
 * @param inFile empty where the cell is
 */
public record FormDifference(CellId id, Kind kind, String place, String inLake, String inFile) {
  /** How they differ. */
  public enum Kind {
    /** Another value. */
    CHANGED,
    /** A value where the lake has none. */
    ADDED,
    /** Nothing where the lake has a value. */
    EMPTIED,
    /** The cell, or its id, is gone from the file. */
    MISSING,
    /** An id that the form does not have. */
    UNKNOWN
  }

  /** What differs, in the order of the file; what is missing comes last. */
  public static List<FormDifference> between(Map<CellId, FormCell> lake, List<Filled> file) {
    List<FormDifference> differences = new ArrayList<>();
    Set<CellId> seen = new HashSet<>();
    for (Filled filled : file) {
      seen.add(filled.id());
      FormCell cell = lake.get(filled.id());
      kind(cell, filled.content())
          .ifPresent(
              kind ->
                  differences.add(
                      new FormDifference(
                          filled.id(),
                          kind,
                          filled.place(),
                          cell == null ? "" : cell.shown(),
                          shown(filled.content()))));
    }
    lake.entrySet().stream()
        .filter(cell -> !seen.contains(cell.getKey()))
        .filter(cell -> !cell.getValue().shown().isEmpty())
        .map(
            cell ->
                new FormDifference(cell.getKey(), Kind.MISSING, "", cell.getValue().shown(), ""))
        .sorted((first, second) -> first.id().toString().compareTo(second.id().toString()))
        .forEach(differences::add);
    return differences;
  }

  private static Optional<Kind> kind(FormCell cell, Optional<Object> content) {
    if (cell == null) {
      return Optional.of(Kind.UNKNOWN);
    }
    if (content.isEmpty()) {
      return cell.shown().isEmpty() ? Optional.empty() : Optional.of(Kind.EMPTIED);
    }
    if (cell.shown().isEmpty()) {
      return Optional.of(Kind.ADDED);
    }
    return isSame(cell, content.get()) ? Optional.empty() : Optional.of(Kind.CHANGED);
  }

  /** Numbers are compared as the form prints them. */
  private static boolean isSame(FormCell cell, Object content) {
    if (cell.number().isPresent() && content instanceof BigDecimal number) {
      return number.setScale(cell.decimals(), RoundingMode.HALF_UP).compareTo(cell.number().get())
          == 0;
    }
    return cell.shown().equals(shown(Optional.of(content)));
  }

  private static String shown(Optional<Object> content) {
    return content
        .map(
            value ->
                value instanceof BigDecimal number
                    ? number.stripTrailingZeros().toPlainString()
                    : value.toString())
        .orElse("");
  }
}
