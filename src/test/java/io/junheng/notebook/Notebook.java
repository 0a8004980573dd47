package io.junheng.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A Jupyter notebook (nbformat 4): its code cells, in their order. */
record Notebook(Path file, String language, List<CodeCell> cells) {
  /**
   * A cell to be executed.
   *
   * @param isStripped true if neither outputs nor an execution number are kept with it
   */
  record CodeCell(String id, String source, boolean isStripped) {}

  Notebook {
    cells = List.copyOf(cells);
  }

  /** Every notebook of a folder, in the order of names. */
  static List<Notebook> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Notebook> notebooks = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".ipynb")).sorted().toList()) {
        notebooks.add(read(file));
      }
      return notebooks;
    }
  }

  /** One notebook. */
  static Notebook read(Path file) throws IOException {
    JsonNode json = new ObjectMapper().readTree(file.toFile());
    if (json.path("nbformat").asInt() != 4) {
      throw new IOException(file + " is not a notebook of format 4");
    }
    List<CodeCell> cells = new ArrayList<>();
    for (JsonNode cell : json.path("cells")) {
      if (cell.path("cell_type").asText().equals("code")) {
        cells.add(cell(cell));
      }
    }
    return new Notebook(file, json.at("/metadata/kernelspec/language").asText(), cells);
  }

  private static CodeCell cell(JsonNode cell) {
    StringBuilder source = new StringBuilder();
    cell.path("source").forEach(line -> source.append(line.asText()));
    boolean isStripped = cell.path("outputs").isEmpty() && cell.path("execution_count").isNull();
    return new CodeCell(cell.path("id").asText(), source.toString(), isStripped);
  }

  @Override
  public String toString() {
    return file.getFileName().toString();
  }
}
