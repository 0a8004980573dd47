package io.junheng.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.junheng.definition.Language;
import io.junheng.definition.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A page in the making: one file in both languages that opens without a network and runs no script.
 * What it is given is text; markup in it does nothing.
 */
final class HtmlPage {
  private static final String STYLE = style();

  /** What a cell or line says, ready to stand in the page. */
  record Html(String markup, String kind) {
    Html {
      if (!kind.matches("[a-z ]*")) {
        throw new IllegalArgumentException("'%s' is no class of the page".formatted(kind));
      }
    }

    static Html of(String text) {
      return new Html(escaped(text), "");
    }

    static Html of(Text text) {
      return new Html(inBoth(text), "");
    }

    /** Digits that stand below each other. */
    static Html number(String text) {
      return new Html(escaped(text), "number");
    }

    /** When something was at work, within a whole. */
    static Html bar(double from, double length, double whole) {
      double scale = whole <= 0 ? 0 : 100 / whole;
      return new Html(
          "<span class=\"track\"><i style=\"left:%.2f%%;width:%.2f%%\"></i></span>"
              .formatted(from * scale, length * scale),
          "");
    }

    /** The same, with a kind of the style sheet: good, bad, open, soft. */
    Html as(String other) {
      return new Html(markup, (kind + " " + other).strip());
    }
  }

  private final StringBuilder body = new StringBuilder();
  private final Text title;
  private final Language first;

  /**
   * @param first the language that is shown until the reader chooses
   */
  HtmlPage(Text title, Language first) {
    this.title = title;
    this.first = first;
    body.append("<h1>").append(inBoth(title)).append("</h1>\n");
  }

  void heading(Text text) {
    body.append("<h2>").append(inBoth(text)).append("</h2>\n");
  }

  void paragraph(Html html) {
    body.append("<p class=\"%s\">%s</p>%n".formatted(html.kind(), html.markup()));
  }

  /** A paragraph that catches the eye. */
  void note(Html html) {
    body.append("<p class=\"note %s\">%s</p>%n".formatted(html.kind(), html.markup()));
  }

  /** Names and what they are: two to a line. */
  void facts(List<List<Html>> facts) {
    body.append("<table class=\"facts\">\n");
    for (List<Html> fact : facts) {
      body.append("<tr><th scope=\"row\">%s</th>".formatted(fact.get(0).markup()));
      cell(fact.get(1));
      body.append("</tr>\n");
    }
    body.append("</table>\n");
  }

  /** A table; the kind of a header is that of its column's cells. */
  void table(List<Html> header, List<List<Html>> rows) {
    body.append("<div class=\"scroll\"><table>\n<thead><tr>");
    header.forEach(
        head ->
            body.append(
                "<th scope=\"col\" class=\"%s\">%s</th>".formatted(head.kind(), head.markup())));
    body.append("</tr></thead>\n<tbody>\n");
    for (List<Html> row : rows) {
      body.append("<tr>");
      row.forEach(this::cell);
      body.append("</tr>\n");
    }
    body.append("</tbody></table></div>\n");
  }

  private void cell(Html html) {
    body.append("<td class=\"%s\">%s</td>".formatted(html.kind(), html.markup()));
  }

  /** The whole page. */
  String text() {
    return """
        <!doctype html>
        <html lang="%s">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>%s</title>
        <style>
        %s</style>
        </head>
        <body>
        <input class="language" type="radio" name="language" id="zh"%s>
        <input class="language" type="radio" name="language" id="en"%s>
        <label class="choice" for="en">English</label><label class="choice" for="zh">中文</label>
        <main>
        %s</main>
        </body>
        </html>
        """
        .formatted(
            first == Language.ZH ? "zh-CN" : "en",
            escaped(title.in(first)),
            STYLE,
            first == Language.ZH ? " checked" : "",
            first == Language.EN ? " checked" : "",
            body);
  }

  private static String inBoth(Text text) {
    return text.zh().equals(text.en())
        ? escaped(text.zh())
        : "<span lang=\"zh-CN\">%s</span><span lang=\"en\">%s</span>"
            .formatted(escaped(text.zh()), escaped(text.en()));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("\n", "<br>");
  }

  private static String style() {
    try (InputStream in = HtmlPage.class.getResourceAsStream("page.css")) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
