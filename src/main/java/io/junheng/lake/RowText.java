package io.junheng.lake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.junheng.table.SpreadsheetText;
import io.junheng.table.ValueText;
import java.io.IOException;
import java.io.Writer;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** Rows as text, one after the other. */
sealed interface RowText {
  /** What stands before the first row. */
  void begin(StructType schema, Writer out) throws IOException;

  void write(Row row, Writer out) throws IOException;

  /**
   * RFC 4180: a null is an empty field, an empty text a pair of quotes. A text that a spreadsheet
   * would take for a formula gets an apostrophe before it.
   */
  record CsvText(ByteOrderMark mark) implements RowText {
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[,\"\r\n]|^\\s|\\s$|^$");

    @Override
    public void begin(StructType schema, Writer out) throws IOException {
      if (mark == ByteOrderMark.WRITTEN) {
        out.write('\uFEFF');
      }
      out.write(String.join(",", schema.fieldNames()));
      out.write("\r\n");
    }

    @Override
    public void write(Row row, Writer out) throws IOException {
      for (int i = 0; i < row.size(); i++) {
        out.write(i == 0 ? "" : ",");
        if (!row.isNullAt(i)) {
          out.write(field(cell(row.get(i))));
        }
      }
      out.write("\r\n");
    }

    /** Only text can be taken for a formula; a number keeps its sign. */
    private static String cell(Object value) {
      return value instanceof String text ? SpreadsheetText.neutral(text) : ValueText.of(value);
    }

    private static String field(String text) {
      return NEEDS_QUOTES.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
  }

  /** One object per line; numbers and truth values as such, everything else as text, nulls kept. */
  record JsonText() implements RowText {
    private static final JsonFactory FACTORY = new JsonFactory();

    @Override
    public void begin(StructType schema, Writer out) {}

    @Override
    public void write(Row row, Writer out) throws IOException {
      try (JsonGenerator json = FACTORY.createGenerator(out)) {
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
        json.writeStartObject();
        for (int i = 0; i < row.size(); i++) {
          json.writeFieldName(row.schema().fieldNames()[i]);
          write(row.get(i), json);
        }
        json.writeEndObject();
      }
      out.write('\n');
    }

    private static void write(Object value, JsonGenerator json) throws IOException {
      if (value == null) {
        json.writeNull();
      } else if (value instanceof Boolean flag) {
        json.writeBoolean(flag);
      } else if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
        json.writeNumber(ValueText.of(number));
      } else {
        json.writeString(ValueText.of(value));
      }
    }
  }
}
