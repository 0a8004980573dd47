package io.junheng.report;

import io.junheng.definition.Language;
import io.junheng.definition.Text;
import io.junheng.release.Cause;
import io.junheng.release.Difference;
import io.junheng.report.HtmlPage.Html;
import io.junheng.report.ReleaseChanges.Change;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What differs between two releases as a page: how much by kind and cause, then all of it. */
public record ReleaseChangesPage(ReleaseChanges changes, Language first) {
  /** The whole page. */
  public String html() {
    HtmlPage page = new HtmlPage(changes.title(), first);
    changes.marks().forEach(mark -> page.note(Html.of(mark).as("bad")));
    changes.note().ifPresent(note -> page.note(Html.of(note)));
    if (changes.changes().isEmpty()) {
      page.paragraph(Html.of(new Text("两次发布没有差异。", "The two releases do not differ.")));
      return page.text();
    }
    summary(page);
    changes
        .byKind()
        .forEach(
            (kind, own) -> {
              page.heading(kind.title());
              page.table(header(), own.stream().map(ReleaseChangesPage::row).toList());
            });
    return page.text();
  }

  private void summary(HtmlPage page) {
    List<Html> header = new ArrayList<>(List.of(Html.of(new Text("差异", "Differs"))));
    Arrays.stream(Cause.values()).forEach(cause -> header.add(Html.of(cause.title()).as("number")));
    header.add(Html.of(new Text("合计", "All")).as("number"));
    List<List<Html>> rows = new ArrayList<>();
    changes
        .byKind()
        .forEach(
            (kind, own) -> {
              List<Html> row = new ArrayList<>(List.of(Html.of(kind.title())));
              ReleaseChanges.byCause(own).forEach(n -> row.add(Html.number(Long.toString(n))));
              row.add(Html.number(Integer.toString(own.size())));
              rows.add(row);
            });
    page.table(header, rows);
  }

  private static List<Html> header() {
    return List.of(
        Html.of(new Text("周期", "Period")),
        Html.of(new Text("地区", "Area")),
        Html.of(new Text("评价体系", "Framework")),
        Html.of(new Text("内容", "What")),
        Html.of(new Text("学段", "Stage")),
        Html.of(new Text("原", "Before")).as("number"),
        Html.of(new Text("现", "After")).as("number"),
        Html.of(new Text("原因", "Cause")));
  }

  private static List<Html> row(Change change) {
    Difference one = change.difference();
    return List.of(
        Html.of(Integer.toString(one.period())),
        Html.of(coded(change.area(), one.area())),
        Html.of(change.framework()),
        Html.of(coded(change.thing(), one.thing())),
        Html.of(one.stage().orElse("")),
        Html.number(one.before().orElse("—")),
        Html.number(one.after().orElse("—")),
        Html.of(change.causes()));
  }

  private static Text coded(Text name, String code) {
    return name.zh().equals(code) ? name : new Text(name.zh() + " " + code, name.en() + " " + code);
  }
}
