package io.junheng.sample;

import io.junheng.definition.Catalogue;
import io.junheng.definition.CodeList;
import io.junheng.definition.Stages;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** The Chinese words that counties write for codes, as the catalogue's code lists give them. */
final class Labels {
  static final String YES = "是";
  static final String NO = "否";

  private final Map<String, Map<String, String>> words = new HashMap<>();
  private final Stages known;
  private final Map<SchoolStage, String> stages = new EnumMap<>(SchoolStage.class);

  Labels(Catalogue catalogue) {
    known = catalogue.stages();
    for (CodeList list : catalogue.codeLists()) {
      Map<String, String> byCode = new HashMap<>();
      list.codes().forEach(code -> byCode.put(code.code(), code.title().zh()));
      words.put(list.id(), byCode);
    }
    for (SchoolStage stage : SchoolStage.values()) {
      stages.put(stage, known.titleOf(stage.code()).zh());
    }
  }

  /** The word for a code; a code that the list does not have stands for itself. */
  String of(String list, String code) {
    return words.getOrDefault(list, Map.of()).getOrDefault(code, code);
  }

  String of(SchoolStage stage) {
    return stages.get(stage);
  }

  /** The word for a stage or the total by its code. */
  String ofStage(String code) {
    return known.titleOf(code).zh();
  }

  static String of(boolean yes) {
    return yes ? YES : NO;
  }
}
