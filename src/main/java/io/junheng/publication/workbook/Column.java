package io.junheng.publication.workbook;

import java.util.Optional;
import java.util.function.Function;

/**
 * A column of a table on a sheet.
 *
 * @param group header above it and its neighbours of the same group; empty for none
 * @param width in characters of Latin text; a Chinese one takes two
 */
public record Column<T>(
    String group,
    String header,
    int width,
    Function<T, CellValue> cell,
    Look.Kind headerKind,
    Optional<Colouring> colouring) {
  public static <T> Column<T> of(String header, int width, Function<T, CellValue> cell) {
    return new Column<>("", header, width, cell, Look.Kind.HEADER, Optional.empty());
  }

  public Column<T> under(String above) {
    return new Column<>(above, header, width, cell, headerKind, colouring);
  }

  public Column<T> coloured(Colouring by) {
    return new Column<>(group, header, width, cell, headerKind, Optional.of(by));
  }

  /** The same over another kind of row, which holds one of these. */
  public <O> Column<O> of(Function<O, T> part) {
    return new Column<>(group, header, width, part.andThen(cell), headerKind, colouring);
  }

  /** With a header that is read from below upward. */
  public Column<T> upright() {
    return new Column<>(group, header, width, cell, Look.Kind.UPRIGHT_HEADER, colouring);
  }
}
