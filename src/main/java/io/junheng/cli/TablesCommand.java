package io.junheng.cli;

import io.junheng.definition.Language;
import io.junheng.job.KnownTables;
import io.junheng.job.KnownTables.Described;
import io.junheng.job.KnownTables.Field;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * {@code junheng tables [NAME]}: the tables, or the columns of one. Only silver tables, which the
 * contracts decide, need {@code conf/}.
 */
@Command(name = "tables", abbreviateSynopsis = true)
final class TablesCommand implements Callable<Integer> {
  private static final String SILVER = "silver";
  private static final String RELEASE = "release";

  @ParentCommand private Junheng junheng;

  @Parameters(paramLabel = "NAME", arity = "0..1")
  private String name;

  @Override
  public Integer call() {
    if (name == null) {
      show(KnownTables.own().all().stream().filter(t -> !isOf(t, RELEASE)).toList());
    } else if (name.equals(RELEASE)) {
      show(KnownTables.own().all().stream().filter(t -> isOf(t, RELEASE)).toList());
    } else if (name.equals(SILVER)) {
      show(withSilver().all().stream().filter(t -> isOf(t, SILVER)).toList());
    } else {
      show(KnownTables.own().find(name).orElseGet(() -> withSilver().require(name)));
    }
    return 0;
  }

  private static boolean isOf(Described table, String layer) {
    return table.name().startsWith(layer + ".");
  }

  private KnownTables withSilver() {
    return KnownTables.of(Setup.read(junheng).catalogue());
  }

  private void show(List<Described> tables) {
    PrintStream out = junheng.terminal().out();
    Language language = junheng.language();
    if (junheng.options().isJson()) {
      new Json().with("tables", tables.stream().map(t -> json(t, language)).toList()).print(out);
      return;
    }
    TextTable list =
        new TextTable(
            language == Language.ZH ? List.of("表", "内容", "主键") : List.of("Table", "Content", "Key"),
            List.of(TextTable.Side.LEFT, TextTable.Side.LEFT, TextTable.Side.LEFT));
    for (Described table : tables) {
      list.add(List.of(table.name(), table.title().in(language), String.join(", ", table.key())));
    }
    list.lines(junheng.terminal().width()).forEach(out::println);
  }

  private void show(Described table) {
    PrintStream out = junheng.terminal().out();
    Language language = junheng.language();
    if (junheng.options().isJson()) {
      Json json = new Json();
      json(table, language).forEach(json::with);
      json.with("columns", table.columns().stream().map(f -> json(f, language)).toList())
          .print(out);
      return;
    }
    out.println(table.name() + "  " + table.title().in(language));
    out.println();
    TextTable list =
        new TextTable(
            language == Language.ZH
                ? List.of("列", "类型", "名称", "单位", "说明")
                : List.of("Column", "Type", "Name", "Unit", "Note"),
            List.of(
                TextTable.Side.LEFT,
                TextTable.Side.LEFT,
                TextTable.Side.LEFT,
                TextTable.Side.LEFT,
                TextTable.Side.LEFT));
    for (Field field : table.columns()) {
      list.add(
          List.of(
              (table.key().contains(field.name()) ? "* " : "  ") + field.name(),
              field.type(),
              field.title().in(language),
              field.unit(),
              field.note().in(language)));
    }
    list.lines(junheng.terminal().width()).forEach(out::println);
  }

  private static Map<String, Object> json(Described table, Language language) {
    return new Json()
        .with("name", table.name())
        .with("title", table.title().in(language))
        .with("key", table.key())
        .members();
  }

  private static Map<String, Object> json(Field field, Language language) {
    return new Json()
        .with("name", field.name())
        .with("type", field.type())
        .with("title", field.title().in(language))
        .with("unit", field.unit())
        .with("note", field.note().in(language))
        .members();
  }
}
