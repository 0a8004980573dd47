package io.junheng.config;

import io.junheng.definition.CodeList;
import io.junheng.definition.CodeList.Code;
import io.junheng.definition.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    return new Code(code.text(), title, aliases.stream().map(Value::text).toList());
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
