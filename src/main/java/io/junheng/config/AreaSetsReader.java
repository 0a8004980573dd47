package io.junheng.config;

import io.junheng.config.ConfFiles.ConfFile;
import io.junheng.definition.AreaSet;
import io.junheng.definition.AreaSet.Member;
import io.junheng.definition.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code areas/area_sets.csv}. A line without an area code names a set that stands for all
 * counties and zones that reported.
 */
final class AreaSetsReader {
  private static final List<String> COLUMNS =
      List.of("set_id", "title_zh", "title_en", "area_code", "valid_from", "valid_to");

  private final Problems problems;
  private final Names names;
  private final ConfFiles files;
  private final AreasReader areas;

  AreaSetsReader(Problems problems, Names names, ConfFiles files, AreasReader areas) {
    this.problems = problems;
    this.names = names;
    this.files = files;
    this.areas = areas;
  }

  List<AreaSet> read() {
    Map<String, List<AreaRow>> bySet = new LinkedHashMap<>();
    for (ConfFile file : files.of(ConfFiles.Kind.AREAS)) {
      if (file.name().endsWith("/" + AreasReader.SETS)) {
        areas
            .rows(file, COLUMNS)
            .forEach(
                row -> bySet.computeIfAbsent(row.text("set_id"), s -> new ArrayList<>()).add(row));
      }
    }
    List<AreaSet> sets = new ArrayList<>();
    bySet.forEach((id, rows) -> sets.add(set(id, rows)));
    return sets;
  }

  private AreaSet set(String id, List<AreaRow> rows) {
    Place place = rows.get(0).place();
    if (id.isEmpty()) {
      rows.get(0).bad("区划集合缺少 set_id", "an area set needs a set_id");
    }
    names.define(Names.Kind.AREA_SET, id, place);
    Text title = new Text(title(rows, "title_zh"), title(rows, "title_en"));
    if (title.zh().isEmpty() || title.en().isEmpty()) {
      String language = title.zh().isEmpty() ? "zh" : "en";
      problems.add(place, ProblemCode.MISSING_LANGUAGE, Cure.NONE, id, language);
    }
    List<Member> members = new ArrayList<>();
    rows.forEach(row -> member(row, id).ifPresent(members::add));
    return new AreaSet(id, title, members);
  }

  private static String title(List<AreaRow> rows, String column) {
    return rows.stream()
        .map(row -> row.text(column))
        .filter(t -> !t.isEmpty())
        .findFirst()
        .orElse("");
  }

  private Optional<Member> member(AreaRow row, String set) {
    String code = row.text("area_code");
    if (code.isEmpty()) {
      return Optional.empty();
    }
    if (!names.knows(Names.Kind.AREA, code)) {
      problems.add(
          row.place(),
          ProblemCode.UNKNOWN_AREA,
          Cure.nearest(code, names.all(Names.Kind.AREA)),
          IndicatorChecks.quoted(set),
          code);
    }
    Member member = new Member(code, row.day("valid_from"), row.day("valid_to"));
    boolean endsBefore =
        member.validFrom().isPresent()
            && member.validTo().isPresent()
            && member.validFrom().get().isAfter(member.validTo().get());
    if (endsBefore) {
      problems.add(
          row.place(),
          ProblemCode.WRONG_VALIDITY,
          Cure.NONE,
          code,
          Cure.of("起始日期晚于终止日期", "it ends before it begins"));
    }
    return Optional.of(member);
  }
}
