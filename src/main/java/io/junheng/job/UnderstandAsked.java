package io.junheng.job;

import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.explain.Question;
import io.junheng.table.DimArea;
import io.junheng.table.DimFramework;
import io.junheng.table.DimFrameworkItem;
import io.junheng.table.DimIndicator;
import io.junheng.table.DimPeriod;
import io.junheng.table.DimSchool;
import io.junheng.table.DimStage;
import io.junheng.table.StoredRow;
import io.junheng.table.StoredRows;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds what somebody's words mean among the names that a lake's dimensions hold. A word that means
 * nothing, or several things, is a {@link JobException} that names the nearest, or all of them.
 */
record UnderstandAsked(StoredRows lake, String root) {
  Question apply(Asked asked) {
    Period period = period(asked.period());
    String area = area(asked.area());
    Question.Subject subject = subject(asked.subject(), asked.framework());
    return new Question(
        period,
        area,
        asked.school().map(school -> school(school, area, period)),
        subject,
        asked.stage().map(this::stage));
  }

  /** The period asked for, or the latest that was computed. */
  Period period(Optional<Period> asked) {
    List<Period> known =
        lake.read(DimPeriod.TABLE).stream()
            .map(row -> new Period(row.integer(DimPeriod.PERIOD).orElseThrow()))
            .sorted()
            .toList();
    if (known.isEmpty()) {
      throw new JobException(
          Outcome.INPUT,
          new Text(
              "%s 中尚无结果。请先运行 run 或 compute。".formatted(root),
              "%s holds no results yet. Type run or compute first.".formatted(root)));
    }
    asked
        .filter(period -> !known.contains(period))
        .ifPresent(
            period -> {
              throw new JobException(
                  Outcome.INPUT,
                  new Text(
                      "%s 中没有周期 %s 的结果。已有:%s".formatted(root, period, known),
                      "%s holds no results of period %s. It has: %s"
                          .formatted(root, period, known)));
            });
    return asked.orElse(known.get(known.size() - 1));
  }

  /** The code of an area, given by code or by name in either language. */
  String area(String word) {
    Map<String, Text> areas = new TreeMap<>();
    for (StoredRow row : lake.read(DimArea.TABLE)) {
      areas.put(row.require(DimArea.AREA_CODE), title(row, DimArea.NAME_ZH, DimArea.NAME_EN));
    }
    return one("地区", "area", word, areas);
  }

  private String school(String word, String county, Period period) {
    Map<String, Text> schools = new TreeMap<>();
    for (StoredRow row :
        lake.read(
            DimSchool.TABLE,
            Map.of(DimSchool.PERIOD, period.number(), DimSchool.COUNTY_CODE, county))) {
      schools.put(
          row.require(DimSchool.SCHOOL_CODE), title(row, DimSchool.NAME_ZH, DimSchool.NAME_EN));
    }
    return one("学校", "school", word, schools);
  }

  private String stage(String word) {
    return one(
        "学段",
        "stage",
        word,
        titles(DimStage.TABLE, DimStage.STAGE, DimStage.TITLE_ZH, DimStage.TITLE_EN));
  }

  /** The id of a framework, given by id or title. */
  String framework(String word) {
    return one("评价体系", "framework", word, frameworks());
  }

  private Map<String, Text> frameworks() {
    return titles(
        DimFramework.TABLE, DimFramework.FRAMEWORK, DimFramework.TITLE_ZH, DimFramework.TITLE_EN);
  }

  private Map<String, Text> indicators() {
    return titles(
        DimIndicator.TABLE, DimIndicator.INDICATOR, DimIndicator.TITLE_ZH, DimIndicator.TITLE_EN);
  }

  /** By id first, then by title; an item only where one framework has it. */
  private Question.Subject subject(String word, Optional<String> asked) {
    Optional<String> framework = asked.map(this::framework);
    Map<String, Question.Subject> subjects = new LinkedHashMap<>();
    Map<String, Text> titles = new LinkedHashMap<>();
    addItems(framework, subjects, titles);
    if (framework.isEmpty()) {
      frameworks()
          .forEach((id, title) -> put(id, title, new Question.OfFramework(id), subjects, titles));
      indicators()
          .forEach((id, title) -> put(id, title, new Question.OfIndicator(id), subjects, titles));
    }
    List<String> exact =
        subjects.keySet().stream()
            .filter(key -> lastPart(key).equals(word) || key.equals(word))
            .toList();
    if (exact.size() == 1) {
      return subjects.get(exact.get(0));
    }
    if (exact.size() > 1) {
      throw several("条目", "item", word, of(exact, titles), Optional.of("--framework"));
    }
    return subjects.get(one("评价体系、条目或指标", "framework, item or indicator", word, titles));
  }

  private void addItems(
      Optional<String> framework,
      Map<String, Question.Subject> subjects,
      Map<String, Text> titles) {
    for (StoredRow row : lake.read(DimFrameworkItem.TABLE)) {
      String of = row.require(DimFrameworkItem.FRAMEWORK);
      if (framework.filter(only -> !only.equals(of)).isEmpty()) {
        String item = row.require(DimFrameworkItem.ITEM);
        put(
            of + "/" + item,
            title(row, DimFrameworkItem.TITLE_ZH, DimFrameworkItem.TITLE_EN),
            new Question.OfItem(of, item),
            subjects,
            titles);
      }
    }
  }

  private static void put(
      String id,
      Text title,
      Question.Subject subject,
      Map<String, Question.Subject> subjects,
      Map<String, Text> titles) {
    subjects.put(id, subject);
    titles.put(id, title);
  }

  private static String lastPart(String id) {
    return id.substring(id.indexOf('/') + 1);
  }

  private Map<String, Text> titles(Table table, TableColumn id, TableColumn zh, TableColumn en) {
    Map<String, Text> titles = new LinkedHashMap<>();
    lake.read(table).forEach(row -> titles.put(row.require(id), title(row, zh, en)));
    return titles;
  }

  private static Text title(StoredRow row, TableColumn zh, TableColumn en) {
    String chinese = row.text(zh).or(() -> row.text(en)).orElse("");
    return new Text(chinese, row.text(en).orElse(chinese));
  }

  /** The id that is meant: by id, by a whole title, or by a part of a title that only one has. */
  private static String one(String zh, String en, String word, Map<String, Text> known) {
    if (known.containsKey(word)) {
      return word;
    }
    String wanted = word.toLowerCase(Locale.ROOT);
    List<String> whole = known.keySet().stream().filter(id -> is(known.get(id), wanted)).toList();
    List<String> found =
        whole.isEmpty()
            ? known.keySet().stream().filter(id -> contains(known.get(id), wanted)).toList()
            : whole;
    if (found.size() == 1) {
      return found.get(0);
    }
    if (found.isEmpty()) {
      throw new JobException(Outcome.CONFIGURATION, JobWords.unknown(zh, en, word, names(known)));
    }
    throw several(zh, en, word, of(found, known), Optional.empty());
  }

  private static Map<String, Text> of(List<String> ids, Map<String, Text> known) {
    Map<String, Text> some = new LinkedHashMap<>();
    ids.forEach(id -> some.put(id, known.get(id)));
    return some;
  }

  private static boolean is(Text title, String word) {
    return title.zh().toLowerCase(Locale.ROOT).equals(word)
        || title.en().toLowerCase(Locale.ROOT).equals(word);
  }

  private static boolean contains(Text title, String word) {
    return title.zh().toLowerCase(Locale.ROOT).contains(word)
        || title.en().toLowerCase(Locale.ROOT).contains(word);
  }

  private static Collection<String> names(Map<String, Text> known) {
    Collection<String> names = new TreeSet<>();
    known.forEach(
        (id, title) -> {
          names.addAll(List.of(id, lastPart(id), title.zh(), title.en()));
        });
    return names;
  }

  private static JobException several(
      String zh, String en, String word, Map<String, Text> found, Optional<String> option) {
    List<String> chinese = new ArrayList<>();
    List<String> english = new ArrayList<>();
    found.forEach(
        (id, title) -> {
          chinese.add(id + " " + title.zh());
          english.add(id + " " + title.en());
        });
    Text how =
        option
            .map(name -> new Text("请用 %s 指明".formatted(name), "say which with " + name))
            .orElse(new Text("请用代码指明", "say which by its id"));
    return new JobException(
        Outcome.CONFIGURATION,
        new Text(
            "“%s”可指多个%s,%s:%s".formatted(word, zh, how.zh(), String.join("; ", chinese)),
            "'%s' may be more than one %s; %s: %s"
                .formatted(word, en, how.en(), String.join("; ", english))));
  }

  /** That the names are known but the lake holds no figure. */
  static JobException nothing(String root, Asked asked, Period period) {
    return new JobException(
        Outcome.INPUT,
        new Text(
            "%s 中没有 %s 在周期 %s 关于 %s 的结果。".formatted(root, asked.area(), period, asked.subject()),
            "%s holds nothing about %s of %s in period %s."
                .formatted(root, asked.subject(), asked.area(), period)));
  }
}
