package io.junheng.intake.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.junheng.intake.check.FileVerdict.AreaRows;
import io.junheng.intake.format.ArchivedFile;
import io.junheng.intake.format.RawColumns;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.Column;

/**
 * The first period and area of each file, for rows that name none themselves; by the file's
 * position.
 */
record FirstPlaces(Map<Integer, AreaRows> byFile) {
  /** Only files whose rows say where they belong; folders leave no row without a place. */
  static FirstPlaces of(List<ArchivedFile> files, List<FileVerdict> verdicts) {
    Map<Integer, AreaRows> byFile = new TreeMap<>();
    for (FileVerdict verdict : verdicts) {
      int number = files.indexOf(verdict.file());
      boolean saysItself = verdict.file().delivered().period().isEmpty();
      if (number >= 0 && saysItself && !verdict.areas().isEmpty()) {
        byFile.put(number, verdict.areas().get(0));
      }
    }
    return new FirstPlaces(byFile);
  }

  Column periodOr(Column own) {
    return or(own, place -> lit(place.period().number()));
  }

  Column areaOr(Column own) {
    return or(own, place -> lit(place.area()));
  }

  private Column or(Column own, Function<AreaRows, Column> part) {
    Column filled = own;
    for (Map.Entry<Integer, AreaRows> entry : byFile.entrySet()) {
      Column isFile = col(RawColumns.FILE_NO).equalTo(entry.getKey());
      filled = coalesce(filled, when(isFile, part.apply(entry.getValue())));
    }
    return filled;
  }
}
