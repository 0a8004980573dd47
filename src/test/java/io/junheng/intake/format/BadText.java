package io.junheng.intake.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Text files with a fault each, in every encoding and delimiter that is read. */
final class BadText {
  private static final String[] ENCODINGS = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"};
  private static final char[] DELIMITERS = {',', '\t', ';', '|'};
  private static final String HEADER = Reading.HEADER;
  private static final String GOOD = Reading.ROWS.get(0);
  private static final String OTHER = Reading.ROWS.get(1);

  /** A fault: what the file holds, what must be found, how grave it is. */
  private record Fault(String text, String rule, Level level) {}

  private BadText() {}

  static List<BadFile> all() {
    List<BadFile> files = new ArrayList<>();
    faults()
        .forEach(
            (name, fault) -> {
              for (String encoding : ENCODINGS) {
                for (char delimiter : DELIMITERS) {
                  String text = fault.text().replace(',', delimiter);
                  files.add(
                      new BadFile(
                          name + " in " + encoding + " with " + Delimiter.shown(delimiter),
                          text.getBytes(Charset.forName(encoding)),
                          fault.rule(),
                          fault.level()));
                }
              }
            });
    files.addAll(brokenBytes());
    files.addAll(otherContent());
    return files;
  }

  private static Map<String, Fault> faults() {
    Map<String, Fault> faults = new LinkedHashMap<>();
    unreadable(faults, "a quote never closed", HEADER, GOOD + ",\"", "broken_quotes");
    unreadable(faults, "text behind a quote", HEADER, "\"990101\"x,1", "broken_quotes");
    unreadable(faults, "a cut-off quoted cell", HEADER, OTHER, GOOD + "\n\"9901", "broken_quotes");
    unreadable(faults, "a wrong column", HEADER.replace("学校代码", "学校号"), GOOD, "missing_header");
    unreadable(faults, "no header", GOOD, OTHER, "missing_header");
    unreadable(faults, "a column twice", HEADER.replace("面积", "学校代码"), GOOD, "duplicate_header");
    unreadable(faults, "another unit", HEADER.replace("面积", "面积(公顷)"), GOOD, "other_unit");
    row(faults, "a field too few", "990101,3301000009,丙小学,1,2,2001-09-01", "field_count");
    row(faults, "a field too many", OTHER + ",余", "field_count");
    row(faults, "a NUL", OTHER.replace("乙", "乙\u0000"), "control_character");
    row(faults, "a formula", OTHER.replace("乙小学", "=1+1"), "formula");
    row(faults, "an error of a formula", OTHER.replace("8", "#DIV/0!"), "formula_error");
    row(faults, "no number", OTHER.replace("8", "八"), "not_decimal");
    row(faults, "separators of thousands", OTHER.replace(",8,", ",1'000,"), "thousands_separator");
    row(faults, "a number below its range", OTHER.replace(",8,", ",-1,"), "out_of_range");
    row(faults, "too many decimals", OTHER.replace(",8,", ",8.123,"), "too_many_decimals");
    row(faults, "half a pupil", OTHER.replace(",0,", ",0.5,"), "not_integer");
    row(faults, "a day that is none", OTHER.replace(",,否", ",0000-00-00,否"), "not_date");
    row(faults, "neither yes nor no", OTHER.replace("否", "也许"), "not_boolean");
    row(faults, "a code of nine digits", OTHER.replace("3301000002", "330100000"), "pattern");
    row(faults, "a required cell empty", OTHER.replace("3301000002", ""), "required");
    row(faults, "a key twice", GOOD, "duplicate_key");
    row(faults, "a word for nothing", OTHER.replace("乙小学", "无"), "absent_word");
    row(faults, "a cell that is too long", OTHER.replace("乙", "乙".repeat(33_000)), "too_long");
    warning(faults, "nothing but a header", HEADER, "no_rows");
    warning(faults, "a row of totals", HEADER + "\n" + GOOD + "\n总 计,,,12.5,300,,", "totals_row");
    warning(faults, "a column too many", HEADER + ",备注\n" + GOOD + ",好", "unknown_column");
    return faults;
  }

  private static void unreadable(Map<String, Fault> faults, String name, String... lines) {
    int last = lines.length - 1;
    String text = String.join("\n", Arrays.copyOf(lines, last)) + "\n";
    faults.put(name, new Fault(text, lines[last], Level.UNREADABLE));
  }

  private static void row(Map<String, Fault> faults, String name, String line, String rule) {
    faults.put(name, new Fault(String.join("\r\n", HEADER, GOOD, line), rule, Level.ROW));
  }

  private static void warning(Map<String, Fault> faults, String name, String text, String rule) {
    faults.put(name, new Fault(text, rule, Level.WARNING));
  }

  private static List<BadFile> brokenBytes() {
    List<BadFile> files = new ArrayList<>();
    byte[] utf8 = (HEADER + "\n" + GOOD + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] gbk = (HEADER + "\n" + GOOD + "\n").getBytes(Charset.forName("GBK"));
    unreadable(files, "UTF-8, then GBK", join(utf8, gbk), "broken_encoding");
    unreadable(
        files, "GBK, then bytes of nothing", join(gbk, bytes(0xff, 0xff)), "broken_encoding");
    unreadable(
        files,
        "UTF-8 with a mark, then GBK",
        join(bytes(0xef, 0xbb, 0xbf), utf8, gbk),
        "broken_encoding");
    for (int cut = 1; cut <= 2; cut++) {
      byte[] half = Arrays.copyOf("校".getBytes(StandardCharsets.UTF_8), cut);
      unreadable(
          files, cut + " bytes of a character at the end", join(utf8, half), "broken_encoding");
    }
    byte[] utf16 = HEADER.getBytes(StandardCharsets.UTF_16);
    unreadable(
        files,
        "UTF-16, half a character",
        Arrays.copyOf(utf16, utf16.length - 1),
        "broken_encoding");
    unreadable(files, "an empty file", new byte[0], "empty_file");
    unreadable(files, "a mark alone", bytes(0xef, 0xbb, 0xbf), "empty_file");
    unreadable(files, "blank lines", "\n\r\n \n".getBytes(StandardCharsets.UTF_8), "empty_file");
    unreadable(files, "empty cells", ",,,\n,,,\n".getBytes(StandardCharsets.UTF_8), "empty_file");
    unreadable(
        files, "full-width commas", text(HEADER.replace(',', '，') + "\n"), "full_width_comma");
    unreadable(
        files,
        "a quote that swallows 20 MB",
        text(HEADER + "\n\"" + "x\n".repeat(10 << 20)),
        "broken_quotes");
    files.add(
        new BadFile(
            "a cell of 10 MB",
            text(HEADER + "\n" + GOOD.replace("甲", "x".repeat(10 << 20))),
            "too_long",
            Level.ROW));
    return files;
  }

  private static List<BadFile> otherContent() {
    List<BadFile> files = new ArrayList<>();
    String[] starts = {
      "<html><table><tr><td>区县代码</td></tr></table></html>",
      "\ufeff<?xml version=\"1.0\"?><Workbook/>",
      "%PDF-1.7\n1 0 obj",
      "{\\rtf1 text}",
      "Rar!\u001a\u0007\u0001"
    };
    for (String start : starts) {
      unreadable(files, "content " + start.substring(0, 4), text(start), "no_delivery");
    }
    unreadable(files, "a picture", bytes(0x89, 'P', 'N', 'G', 13, 10, 26, 10), "no_delivery");
    unreadable(files, "a photograph", bytes(0xff, 0xd8, 0xff, 0xe0, 0, 16), "no_delivery");
    unreadable(files, "a gzip file", bytes(0x1f, 0x8b, 8, 0, 0, 0, 0, 0), "no_delivery");
    unreadable(files, "a 7z file", bytes('7', 'z', 0xbc, 0xaf, 0x27, 0x1c), "no_delivery");
    unreadable(files, "zeros", new byte[4096], "missing_header");
    return files;
  }

  private static void unreadable(List<BadFile> files, String name, byte[] bytes, String rule) {
    files.add(new BadFile(name, bytes, rule, Level.UNREADABLE));
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
