package io.junheng.job;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/**
 * What can be read in a file: its bytes as they are; the values of Parquet; Spark's event log; what
 * is packed with gzip, also where it is written as base 64 within a text.
 */
final class LeftFile {
  private static final Pattern PACKED = Pattern.compile("H4sI[A-Za-z0-9+/]{20,}={0,2}");

  private LeftFile() {}

  /** Bytes are read as Latin-1, one character each; values as they are. */
  static List<String> texts(Path path) throws IOException {
    byte[] bytes = Files.readAllBytes(path);
    List<String> texts = new ArrayList<>();
    String plain = new String(bytes, StandardCharsets.ISO_8859_1);
    texts.add(plain);
    if (bytes.length > 1 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b) {
      texts.add(unpacked(bytes));
    }
    if (path.toString().endsWith(".zstd")) {
      try (ZstdInputStream in = new ZstdInputStream(new ByteArrayInputStream(bytes))) {
        texts.add(new String(in.setContinuous(true).readAllBytes(), StandardCharsets.ISO_8859_1));
      }
    }
    if (path.toString().endsWith(".parquet")) {
      texts.add(values(path));
    }
    Matcher packed = PACKED.matcher(plain);
    while (packed.find()) {
      texts.add(unpacked(Base64.getDecoder().decode(packed.group())));
    }
    return texts;
  }

  private static String unpacked(byte[] bytes) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private static String values(Path path) throws IOException {
    StringBuilder text = new StringBuilder();
    try (ParquetReader<Group> rows =
        ParquetReader.builder(new GroupReadSupport(), new org.apache.hadoop.fs.Path(path.toUri()))
            .withConf(new Configuration())
            .build()) {
      for (Group row = rows.read(); row != null; row = rows.read()) {
        append(row, text);
      }
    }
    return text.toString();
  }

  private static void append(Group group, StringBuilder text) {
    for (int field = 0; field < group.getType().getFieldCount(); field++) {
      Type type = group.getType().getType(field);
      for (int i = 0; i < group.getFieldRepetitionCount(field); i++) {
        if (!type.isPrimitive()) {
          append(group.getGroup(field, i), text);
        } else if (type.getLogicalTypeAnnotation() instanceof DateLogicalTypeAnnotation) {
          text.append(LocalDate.ofEpochDay(group.getInteger(field, i))).append('\n');
        } else if (type.asPrimitiveType().getPrimitiveTypeName()
            == PrimitiveType.PrimitiveTypeName.BINARY) {
          text.append(group.getBinary(field, i).toStringUsingUTF8()).append('\n');
        } else {
          text.append(group.getValueToString(field, i)).append('\n');
        }
      }
    }
  }
}
