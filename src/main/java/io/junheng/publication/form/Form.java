package io.junheng.publication.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The forms of one county and period.
 *
 * @param title stands on top of each sheet
 * @param label the mark of sample data
 */
public record Form(String title, Optional<String> label, List<Sheet> sheets) {
  public Form {
    sheets = List.copyOf(sheets);
  }

  /**
   * One table of the form.
   *
   * @param note stands under the title
   * @param headers of the columns; text before a bar is that of a group: {@code 小学|均值}
   * @param widths of the columns, in Latin characters
   */
  public record Sheet(
      String name,
      String title,
      String note,
      List<String> headers,
      List<Integer> widths,
      List<List<FormCell>> rows) {
    public Sheet {
      headers = List.copyOf(headers);
      widths = List.copyOf(widths);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /** The cells that have an id. */
  public Map<CellId, FormCell> cells() {
    return sheets.stream()
        .flatMap(sheet -> sheet.rows().stream())
        .flatMap(List::stream)
        .filter(cell -> cell.id().isPresent())
        .collect(
            Collectors.toMap(
                cell -> cell.id().orElseThrow(), Function.identity(), (first, second) -> first));
  }
}
