package io.junheng.config;

import io.junheng.definition.CodeList;
import io.junheng.definition.CodeList.Code;
import io.junheng.definition.Text;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads code lists. */
final class CodesReader {
  private final Attempt attempt;
  private final Problems problems;

  CodesReader(Problems problems) {
    this.attempt = new Attempt(problems);
    this.problems = problems;
  }

  List<CodeList> read(List<Value> documents) {
    return documents.stream()
        .flatMap(document -> attempt.at(document, () -> document.each("codes")).stream())
        .flatMap(lists -> attempt.each(lists, this::list).stream())
        .toList();
  }

  private CodeList list(Value value) {
    Map<String, String> spellings = new HashMap<>();
    List<Code> codes = attempt.each(value.each("values"), code -> code(code, spellings));
    attempt.at(
        value,
        () -> {
          checkSuccessors(value, codes);
          return value;
        });
    return new CodeList(value.require("list").text(), value.require("title").bilingual(), codes);
  }

  private Code code(Value value, Map<String, String> spellings) {
    Value code = value.require("code");
    Text title = value.require("title").bilingual();
    List<Value> aliases = value.each("aliases");
    spell(code, code.text(), code.text(), spellings);
    spell(value.require("title"), title.zh(), code.text(), spellings);
    spell(value.require("title"), title.en(), code.text(), spellings);
    aliases.forEach(alias -> spell(alias, alias.text(), code.text(), spellings));
    return new Code(
        code.text(),
        title,
        aliases.stream().map(Value::text).toList(),
        value.find("valid_from").flatMap(this::day),
        value.find("valid_to").flatMap(this::day),
        value.each("successors").stream().map(Value::text).toList());
  }

  private Optional<LocalDate> day(Value value) {
    try {
      return Optional.of(LocalDate.parse(value.text()));
    } catch (DateTimeParseException e) {
      problems.add(
          value.place(),
          ProblemCode.BAD_VALUE,
          Cure.NONE,
          Cure.of(
              "“%s”不是日期(YYYY-MM-DD)".formatted(value.text()),
              "'%s' is not a day (YYYY-MM-DD)".formatted(value.text())));
      return Optional.empty();
    }
  }

  /** What comes after a code is a code of the same list. */
  private void checkSuccessors(Value list, List<Code> codes) {
    Set<String> known = codes.stream().map(Code::code).collect(Collectors.toSet());
    for (Value value : list.each("values")) {
      value.each("successors").stream()
          .filter(successor -> !known.contains(successor.text()))
          .forEach(
              successor ->
                  problems.add(
                      successor.place(),
                      ProblemCode.BAD_VALUE,
                      Cure.nearest(successor.text(), known),
                      Cure.of(
                          "代码表中没有“%s”".formatted(successor.text()),
                          "the list has no code '%s'".formatted(successor.text()))));
    }
  }

  /** One spelling means one code. */
  private void spell(Value place, String spelling, String code, Map<String, String> spellings) {
    String other = spellings.putIfAbsent(spelling, code);
    if (other != null && !other.equals(code)) {
      problems.add(
          place.place(),
          ProblemCode.BAD_VALUE,
          Cure.NONE,
          Cure.of(
              "“%s”同时表示“%s”和“%s”".formatted(spelling, other, code),
              "'%s' means both '%s' and '%s'".formatted(spelling, other, code)));
    }
  }
}
