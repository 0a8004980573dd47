package io.junheng.publication.workbook;

import java.math.BigDecimal;
import java.util.List;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.FontFormatting;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;

/** Colours that follow what a cell holds, also after somebody has changed or sorted it. */
public sealed interface Colouring {
  /** Formula and colour of each rule, for the first cell. */
  List<Rule> rules(String cell);

  /** Where the formula holds, the colour stands. */
  record Rule(String formula, Look.Tone tone) {}

  /** By the sign that the cell begins with; signs that are not listed get no colour. */
  record BySign(List<Sign> signs) implements Colouring {
    public BySign {
      signs = List.copyOf(signs);
    }

    public BySign() {
      this(List.of(Sign.values()));
    }

    @Override
    public List<Rule> rules(String cell) {
      return signs.stream()
          .map(sign -> new Rule("LEFT(%s,1)=\"%s\"".formatted(cell, sign.mark()), sign.tone()))
          .toList();
    }
  }

  /** Bad above a limit. */
  record Above(BigDecimal limit) implements Colouring {
    @Override
    public List<Rule> rules(String cell) {
      return List.of(
          new Rule(
              "AND(ISNUMBER(%s),%s>%s)".formatted(cell, cell, CellValue.plain(limit, 0)),
              Look.Tone.BAD));
    }
  }

  /** Good above 0, bad below; unknown is not coloured. */
  record ByDirection() implements Colouring {
    @Override
    public List<Rule> rules(String cell) {
      return List.of(
          new Rule("AND(ISNUMBER(%s),%s>0)".formatted(cell, cell), Look.Tone.GOOD),
          new Rule("AND(ISNUMBER(%s),%s<0)".formatted(cell, cell), Look.Tone.BAD));
    }
  }

  /** Puts the rules on a column of a sheet. */
  default void apply(Sheet sheet, CellRangeAddress region) {
    SheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
    String first =
        new CellReference(region.getFirstRow(), region.getFirstColumn(), false, false)
            .formatAsString();
    ConditionalFormattingRule[] rules =
        rules(first).stream()
            .map(rule -> made(formatting, rule))
            .toArray(ConditionalFormattingRule[]::new);
    formatting.addConditionalFormatting(new CellRangeAddress[] {region}, rules);
  }

  private static ConditionalFormattingRule made(SheetConditionalFormatting formatting, Rule rule) {
    ConditionalFormattingRule made = formatting.createConditionalFormattingRule(rule.formula());
    FontFormatting font = made.createFontFormatting();
    font.setFontColor(Looks.colour(Looks.ink(rule.tone())));
    if (Looks.fill(rule.tone()) != Looks.fill(Look.Tone.NONE)) {
      PatternFormatting fill = made.createPatternFormatting();
      fill.setFillBackgroundColor(Looks.colour(Looks.fill(rule.tone())));
      fill.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
    }
    return made;
  }
}
