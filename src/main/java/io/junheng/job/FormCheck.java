package io.junheng.job;

import java.util.List;

/**
 * A filled form held against the lake.
 *
 * @param cells figures that were read
 * @param differences cells that are not what the lake says
 */
public record FormCheck(int cells, List<Difference> differences) {
  public FormCheck {
    differences = List.copyOf(differences);
  }

  /**
   * A cell.
   *
   * @param kind {@code changed}, {@code added}, {@code emptied}, {@code missing}, {@code unknown}
   * @param place sheet and cell; empty where the file has no such cell any more
   * @param id which figure it is
   * @param inLake as the form prints it; may be empty
   * @param inFile may be empty
   */
  public record Difference(String kind, String place, String id, String inLake, String inFile) {}
}
