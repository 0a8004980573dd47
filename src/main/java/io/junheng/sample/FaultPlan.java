package io.junheng.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Which faults are planted in a sample, and how many of each. In a file: lines {@code
 * dataset,kind,column,count} under that header; the column is the delivered name that is spoilt,
 * blank for kinds that need none; {@code #} begins a comment.
 */
public record FaultPlan(List<Entry> entries) {
  private static final String HEADER = "dataset,kind,column,count";

  public FaultPlan {
    entries = List.copyOf(entries);
  }

  /**
   * So many faults of a kind.
   *
   * @param column delivered name; empty where the kind needs none
   */
  public record Entry(String dataset, FaultKind kind, String column, int count) {
    public Entry {
      boolean isPlain =
          kind == FaultKind.DUPLICATE_KEY
              || kind == FaultKind.CROSS_COLUMN
              || kind == FaultKind.EMPTY_FILE;
      if (isPlain != column.isEmpty()) {
        throw new IllegalArgumentException(
            "fault '%s' %s".formatted(kind.code(), isPlain ? "takes no column" : "needs a column"));
      }
      if (count < 1) {
        throw new IllegalArgumentException(
            "fault '%s' needs a count above 0".formatted(kind.code()));
      }
    }
  }

  /** A dozen rows, none of which refuses a file: what a demonstration shows. */
  public static FaultPlan light() {
    try (InputStream in = FaultPlan.class.getResourceAsStream("light-faults.csv");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return parse(lines.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a plan.
   *
   * @throws IllegalArgumentException with the line number where the file is not as described
   */
  public static FaultPlan read(Path file) throws IOException {
    return parse(Files.readAllLines(file, StandardCharsets.UTF_8));
  }

  private static FaultPlan parse(List<String> lines) {
    List<Entry> entries = new ArrayList<>();
    boolean isPastHeader = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (isPastHeader) {
        entries.add(entry(line, i + 1));
      } else if (!line.equals(HEADER)) {
        throw new IllegalArgumentException(
            "line %d: expected the header '%s'".formatted(i + 1, HEADER));
      }
      isPastHeader = true;
    }
    return new FaultPlan(entries);
  }

  private static Entry entry(String line, int number) {
    String[] cells = line.split(",", -1);
    try {
      if (cells.length != 4) {
        throw new IllegalArgumentException("expected '%s'".formatted(HEADER));
      }
      return new Entry(
          cells[0].strip(),
          kind(cells[1].strip()),
          cells[2].strip(),
          Integer.parseInt(cells[3].strip()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("line %d: %s".formatted(number, e.getMessage()), e);
    }
  }

  private static FaultKind kind(String code) {
    return Arrays.stream(FaultKind.values())
        .filter(kind -> kind.code().equals(code.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no fault '%s'; there are %s"
                        .formatted(
                            code,
                            Arrays.stream(FaultKind.values()).map(FaultKind::code).toList())));
  }
}
