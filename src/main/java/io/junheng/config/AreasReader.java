package io.junheng.config;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.junheng.config.ConfFiles.ConfFile;
import io.junheng.definition.Area;
import io.junheng.definition.AreaLevel;
import io.junheng.definition.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the CSV files of areas. */
final class AreasReader {
  static final String SETS = "area_sets.csv";
  private static final List<String> COLUMNS =
      List.of(
          "area_code",
          "parent_code",
          "level",
          "name_zh",
          "name_en",
          "type",
          "valid_from",
          "valid_to",
          "sort_order");

  /** An area and where it stands. */
  record Placed(Area area, Place place) {}

  private final Problems problems;
  private final Names names;
  private final ConfFiles files;

  AreasReader(Problems problems, Names names, ConfFiles files) {
    this.problems = problems;
    this.names = names;
    this.files = files;
  }

  List<Area> read() {
    List<Placed> areas = new ArrayList<>();
    for (ConfFile file : files.of(ConfFiles.Kind.AREAS)) {
      if (!file.name().endsWith("/" + SETS)) {
        rows(file, COLUMNS).forEach(row -> area(row).ifPresent(areas::add));
      }
    }
    new AreaChecks(problems, names).run(areas);
    return areas.stream().map(Placed::area).toList();
  }

  /** The rows of a file; none if it is not CSV or lacks a column. */
  List<AreaRow> rows(ConfFile file, List<String> columns) {
    List<AreaRow> rows = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofNamedCsvRecord(files.read(file))) {
      for (NamedCsvRecord row : reader) {
        rows.add(new AreaRow(row, file.name(), problems));
        checkWidth(rows.get(rows.size() - 1));
      }
    } catch (CsvParseException e) {
      problems.add(new Place(file.name(), 1, 1), ProblemCode.CSV_SYNTAX, Cure.NONE, e.getMessage());
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return hasColumns(file, rows, columns) ? rows : List.of();
  }

  private void checkWidth(AreaRow row) {
    int fields = row.row().getFieldCount();
    int columns = row.header().size();
    if (fields != columns) {
      problems.add(
          row.place(),
          ProblemCode.CSV_SYNTAX,
          Cure.of("含逗号的值须加引号", "A value with a comma stands in quotes"),
          Cure.of(
              "表头有 %d 列,此行有 %d 个值".formatted(columns, fields),
              "the header has %d columns and this line %d values".formatted(columns, fields)));
    }
  }

  private boolean hasColumns(ConfFile file, List<AreaRow> rows, List<String> columns) {
    List<String> header = rows.isEmpty() ? columns : rows.get(0).header();
    List<String> missing = columns.stream().filter(c -> !header.contains(c)).toList();
    missing.forEach(
        column ->
            problems.add(
                new Place(file.name(), 1, 1),
                ProblemCode.MISSING_COLUMN,
                Cure.of(
                    "表头须含:" + String.join(", ", columns),
                    "The header needs: " + String.join(", ", columns)),
                column));
    return missing.isEmpty();
  }

  private Optional<Placed> area(AreaRow row) {
    Optional<AreaLevel> level = level(row);
    String code = row.text("area_code");
    if (code.isEmpty()) {
      row.bad("区划缺少 area_code", "an area needs an area_code");
    }
    if (row.text("name_zh").isEmpty() || row.text("name_en").isEmpty()) {
      String language = row.text("name_zh").isEmpty() ? "zh" : "en";
      problems.add(row.place(), ProblemCode.MISSING_LANGUAGE, Cure.NONE, code, language);
    }
    if (level.isEmpty() || code.isEmpty()) {
      return Optional.empty();
    }
    Area area =
        new Area(
            code,
            Optional.of(row.text("parent_code")).filter(parent -> !parent.isEmpty()),
            level.get(),
            new Text(row.text("name_zh"), row.text("name_en")),
            row.text("type"),
            row.day("valid_from"),
            row.day("valid_to"),
            row.whole("sort_order"),
            row.flag("demonstration"),
            row.words("successors"));
    return Optional.of(new Placed(area, row.place()));
  }

  private Optional<AreaLevel> level(AreaRow row) {
    String word = row.text("level");
    for (AreaLevel level : AreaLevel.values()) {
      if (level.name().toLowerCase(Locale.ROOT).equals(word)) {
        return Optional.of(level);
      }
    }
    List<String> known = List.of("province", "city", "county", "zone");
    problems.add(row.place(), ProblemCode.UNKNOWN_WORD, Cure.nearest(word, known), "level", word);
    return Optional.empty();
  }
}
