package io.junheng.intake.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The encoding of a text is found out from its bytes. */
class EncodingTest {
  private static final String TEXT = "区县代码,学校名称\n990101,甲县第一小学\n";

  @ParameterizedTest
  @CsvSource({
    "UTF-8, '', UTF-8",
    "UTF-8, \ufeff, UTF-8",
    "GBK, '', GB18030",
    "GB18030, '', GB18030",
    "GB18030, \ufeff, GB18030",
    "UTF-16LE, \ufeff, UTF-16LE",
    "UTF-16BE, \ufeff, UTF-16BE",
    "UTF-16LE, '', UTF-16LE",
    "UTF-16BE, '', UTF-16BE",
  })
  void isFoundOutWithOrWithoutAByteOrderMark(String charset, String mark, String label)
      throws IOException {
    byte[] bytes = (mark + TEXT).getBytes(Charset.forName(charset));
    TextReader reader = new TextReader(new ByteArrayInputStream(bytes));
    assertThat(readAll(reader)).isEqualTo(TEXT);
    assertThat(reader.encoding().label()).isEqualTo(label);
  }

  @Test
  void isDecidedAtTheFirstCharacterThatIsNotAsciiHoweverLate() throws IOException {
    String text = "a,b\n".repeat(50_000) + TEXT.repeat(5_000);
    for (String charset : new String[] {"UTF-8", "GB18030"}) {
      TextReader reader =
          new TextReader(new ByteArrayInputStream(text.getBytes(Charset.forName(charset))));
      assertThat(readAll(reader)).isEqualTo(text);
      assertThat(reader.encoding().label()).isEqualTo(charset);
    }
  }

  @Test
  void rareCharactersOfFourBytesAreRead() throws IOException {
    String text = "姓名\n𠮷某\n㐂某\n";
    TextReader reader =
        new TextReader(new ByteArrayInputStream(text.getBytes(Charset.forName("GB18030"))));
    assertThat(readAll(reader)).isEqualTo(text);
  }

  @Test
  void aNulInOtherTextIsNotTakenForUtf16() throws IOException {
    String text = "code,name\n1,a\u0000b\n2,c\n3,d\n4,e\n5,f\n";
    TextReader reader =
        new TextReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    assertThat(readAll(reader)).isEqualTo(text);
  }

  @Test
  void whatFollowsInAnotherEncodingIsFoundToTheByte() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(TEXT.getBytes(StandardCharsets.UTF_8));
    int good = bytes.size();
    bytes.write("乙县第二小学\n".getBytes(Charset.forName("GBK")));
    TextReader reader = new TextReader(new ByteArrayInputStream(bytes.toByteArray()));
    assertThatThrownBy(() -> readAll(reader)).isInstanceOf(IOException.class);
    assertThat(reader.malformedAt()).hasValue(good);
  }

  private static String readAll(TextReader reader) throws IOException {
    StringBuilder text = new StringBuilder();
    char[] chars = new char[1000];
    for (int read = reader.read(chars, 0, 1000); read >= 0; read = reader.read(chars, 0, 1000)) {
      text.append(chars, 0, read);
    }
    return text.toString();
  }
}
