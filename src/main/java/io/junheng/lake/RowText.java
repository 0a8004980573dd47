package io.junheng.lake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.Timestamp;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** Rows as text, one after the other. */
sealed interface RowText {
  /** What stands before the first row. */
  void begin(StructType schema, Writer out) throws IOException;

  void write(Row row, Writer out) throws IOException;

  /** A value as plain text: no exponent, no zeros without need, times in UTC. */
  static String text(Object value) {
    if (value instanceof Double number) {
      return text(number.doubleValue());
    }
    if (value instanceof BigDecimal decimal) {
      return plain(decimal);
    }
    if (value instanceof Timestamp time) {
      return time.toInstant().toString();
    }
    return value.toString();
  }

  private static String text(double number) {
    return Double.isFinite(number) ? plain(shortest(number)) : Double.toString(number);
  }

  private static String plain(BigDecimal decimal) {
    return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
  }

  /**
   * The fewest digits that mean this double and no other; {@link Double#toString} gives others on
   * JDK 17 than on later ones.
   */
  private static BigDecimal shortest(double number) {
    BigDecimal exact = new BigDecimal(number);
    for (int digits = 15; digits < 17; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits));
      if (rounded.doubleValue() == number) {
        return rounded;
      }
    }
    return exact.round(new MathContext(17));
  }

  /** RFC 4180: a null is an empty field, an empty text a pair of quotes. */
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
          out.write(field(text(row.get(i))));
        }
      }
      out.write("\r\n");
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
        json.writeNumber(text(number));
      } else {
        json.writeString(text(value));
      }
    }
  }
}
