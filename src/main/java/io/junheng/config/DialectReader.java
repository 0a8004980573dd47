package io.junheng.config;

import io.junheng.definition.Dialect;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the dialects of {@code conf/dialects}, one a file. */
public final class DialectReader {
  private final Problems problems;

  DialectReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * The dialect of an address, from files that were found sound when {@code conf/} was read.
   *
   * @return empty if no file is for such an address
   */
  public static Optional<Dialect> find(Path conf, String url) {
    Problems problems = new Problems();
    ConfFiles files = new ConfFiles(conf, problems);
    files.list();
    return new DialectReader(problems)
        .read(files.documents(ConfFiles.Kind.DIALECTS)).stream()
            .filter(dialect -> dialect.speaks(url))
            .findFirst();
  }

  List<Dialect> read(List<Value> documents) {
    return new Attempt(problems).each(documents, DialectReader::dialect);
  }

  private static Dialect dialect(Value value) {
    Map<String, String> types = new LinkedHashMap<>();
    value.require("types").entries().forEach((type, name) -> types.put(type, name.text()));
    return new Dialect(
        value.require("dialect").text(),
        value.require("title").bilingual(),
        value.each("urls").stream().map(Value::text).toList(),
        value.require("driver").text(),
        value.require("trial").word(Dialect.Trial.class),
        value.require("quotes").text(),
        value
            .find("names")
            .map(names -> names.word(Dialect.NameCase.class))
            .orElse(Dialect.NameCase.AS_IS),
        value.require("longest_name").whole(),
        value
            .find("longest_text")
            .map(longest -> OptionalInt.of(longest.whole()))
            .orElse(OptionalInt.empty()),
        types,
        value.require("comments").word(Dialect.CommentPlace.class),
        value.find("view").map(Value::text),
        value.find("table_end").map(Value::text).orElse(""),
        value.find("rows_at_once").map(Value::whole).orElse(1),
        value.find("note").map(Value::bilingual));
  }
}
