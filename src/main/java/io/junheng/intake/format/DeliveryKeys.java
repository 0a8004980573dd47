package io.junheng.intake.format;

import io.junheng.definition.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The keys of a delivery, over all its files, and where each stood first. */
final class DeliveryKeys {
  /** A file of the delivery; its row r has the position {@code offset + r}. */
  private record Part(String name, int offset) {}

  private final SeenKeys seen = new SeenKeys();
  private final List<Part> parts = new ArrayList<>();
  private int last;

  /**
   * Keys that follow stand in this file; {@code continues} if the keys of the files before still
   * count.
   */
  void openFile(String name, boolean continues) {
    if (!continues) {
      seen.clear();
      parts.clear();
      last = 0;
    }
    parts.add(new Part(name, last));
  }

  /** Adds the key of a row; where the same key stood before, the place of its first row. */
  Optional<Text> add(long hash, long row) {
    int offset = parts.get(parts.size() - 1).offset();
    last = Math.toIntExact(offset + row);
    int first = seen.add(hash, last);
    return first == SeenKeys.NEW ? Optional.empty() : Optional.of(place(first));
  }

  private Text place(int position) {
    int at = parts.size() - 1;
    while (parts.get(at).offset() >= position) {
      at--;
    }
    Part part = parts.get(at);
    int row = position - part.offset();
    return at == parts.size() - 1
        ? new Text("第" + row + "行", "row " + row)
        : new Text(part.name() + "第" + row + "行", "row " + row + " of " + part.name());
  }
}
