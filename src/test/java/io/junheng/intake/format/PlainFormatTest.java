package io.junheng.intake.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parts of the reader, without Spark. */
class PlainFormatTest {
  @ParameterizedTest
  @CsvSource({
    "11010519491231002X, true",
    "11010519491231002x, true",
    "440524188001010014, true",
    "110105194912310021, false",
    "11010519491231002, false",
    "11010519491231002XX, false",
    "A1010519491231002X, false"
  })
  void checkDigitsOfResidentIds(String id, boolean valid) {
    assertThat(ResidentId.isValid(id.toCharArray(), 0, id.length())).isEqualTo(valid);
  }

  @Test
  void aWrongDigitAnywhereIsFound() {
    char[] id = "11010519491231002X".toCharArray();
    for (int i = 0; i < id.length - 1; i++) {
      char right = id[i];
      id[i] = right == '9' ? '0' : (char) (right + 1);
      assertThat(ResidentId.isValid(id, 0, id.length)).isFalse();
      id[i] = right;
    }
  }

  @Test
  void textIsDecodedAsJavaDoesWhereverTheBufferEnds() throws IOException {
    String text = "a中🙂\u00e9".repeat(20_000);
    byte[] bytes = ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
    assertThat(decode(new ByteArrayInputStream(bytes), 977)).isEqualTo(text);
    assertThat(decode(new Trickle(bytes), 8192)).isEqualTo(text);
  }

  private static String decode(InputStream in, int atOnce) throws IOException {
    StringBuilder text = new StringBuilder();
    char[] chars = new char[atOnce];
    try (TextReader reader = new TextReader(in)) {
      for (int read = reader.read(chars, 0, atOnce);
          read >= 0;
          read = reader.read(chars, 0, atOnce)) {
        text.append(chars, 0, read);
      }
    }
    return text.toString();
  }

  /** Gives one byte at a time, as a slow network may. */
  private static final class Trickle extends InputStream {
    private final InputStream bytes;

    Trickle(byte[] bytes) {
      this.bytes = new ByteArrayInputStream(bytes);
    }

    @Override
    public int read() throws IOException {
      return bytes.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      return bytes.read(into, offset, Math.min(1, length));
    }
  }

  @Test
  void malformedBytesAreFoundToTheByte() {
    for (int good : new int[] {0, 1, 5, 65_535, 65_536, 70_000}) {
      byte[] bytes = "x".repeat(good).concat("?tail").getBytes(StandardCharsets.UTF_8);
      bytes[good] = (byte) 0xff;
      TextReader reader = new TextReader(new ByteArrayInputStream(bytes));
      assertThatThrownBy(() -> readAll(reader)).isInstanceOf(IOException.class);
      assertThat(reader.malformedAt()).hasValue(good);
    }
  }

  @Test
  void aCharacterCutOffAtTheEndIsMalformed() {
    TextReader reader =
        new TextReader(new ByteArrayInputStream(new byte[] {'a', (byte) 0xe4, (byte) 0xb8}));
    assertThatThrownBy(() -> readAll(reader)).isInstanceOf(IOException.class);
    assertThat(reader.malformedAt()).hasValue(1);
  }

  private static void readAll(TextReader reader) throws IOException {
    char[] chars = new char[1000];
    int read = 0;
    while (read >= 0) {
      read = reader.read(chars, 0, chars.length);
    }
  }

  @Test
  void keysAreRememberedWithTheirFirstPlace() {
    SplittableRandom random = new SplittableRandom(5);
    SeenKeys seen = new SeenKeys();
    Map<Long, Integer> expected = new HashMap<>();
    for (int i = 0; i < 200_000; i++) {
      long key = random.nextLong(50_000);
      Integer first = expected.putIfAbsent(key == 0 ? 1L : key, i);
      assertThat(seen.add(key, i)).isEqualTo(first == null ? SeenKeys.NEW : first);
    }
  }

  @Test
  void filesOfADeliveryStayTogetherAndTasksAreAboutEquallyLarge() {
    List<FilePlan> files =
        IntStream.range(0, 90)
            .boxed()
            .flatMap(
                county ->
                    IntStream.range(0, 2)
                        .mapToObj(
                            part ->
                                plan(202310, "99" + county, part, (county % 7 + 1) * (1L << 20))))
            .toList();
    List<FileGroup> groups = FileGroup.of(files, 2);
    assertThat(groups.stream().mapToInt(group -> group.files().size()).sum()).isEqualTo(180);
    assertThat(groups).hasSize(6);
    for (FileGroup group : groups) {
      Map<String, Long> parts =
          group.files().stream()
              .collect(
                  java.util.stream.Collectors.groupingBy(
                      FilePlan::county, java.util.stream.Collectors.counting()));
      assertThat(parts.values()).allMatch(count -> count == 2);
    }
    long largest = groups.stream().mapToLong(PlainFormatTest::bytes).max().orElseThrow();
    long smallest = groups.stream().mapToLong(PlainFormatTest::bytes).min().orElseThrow();
    assertThat(largest).isLessThan(smallest * 12 / 10);
  }

  @ParameterizedTest(name = "{0} MB are read by {2} tasks of {1} cores")
  @CsvSource({"3, 2, 1", "30, 2, 6", "1400, 2, 12", "1400, 3, 12", "1400, 8, 24", "20, 8, 5"})
  void noCoreWaitsForTheLastTasksOfOthers(long megabytes, int cores, int tasks) {
    long ofFile = (megabytes << 20) / 90 - (64L << 10);
    List<FilePlan> files =
        IntStream.range(0, 90).mapToObj(county -> plan(202310, "99" + county, 0, ofFile)).toList();
    assertThat(FileGroup.of(files, cores).size()).isEqualTo(tasks);
  }

  private static long bytes(FileGroup group) {
    return group.files().stream().mapToLong(FilePlan::bytes).sum();
  }

  private static FilePlan plan(int period, String county, int part, long bytes) {
    return new FilePlan(
        0, "p" + county + part, "id", "n" + part, period, county, bytes, DeliveredFormat.TEXT);
  }

  @Test
  void aKeyIsMadeOnceAndForItsOwnerOnly(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("keys/pseudonym.key");
    String first = PseudonymKey.loadOrCreate(file).fingerprint();
    assertThat(PseudonymKey.loadOrCreate(file).fingerprint())
        .isEqualTo(first)
        .matches("[0-9a-f]{8}");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(new KeyLocation(file.toString()).load(new Configuration()).fingerprint())
        .isEqualTo(first);
    assertThat(PseudonymKey.loadOrCreate(file).toString())
        .doesNotContain(Files.readString(file).strip());
  }

  @Test
  void aShortKeyIsRefusedWithoutShowingIt() {
    assertThatThrownBy(() -> PseudonymKey.parse("c0ffee", "env:KEY"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("env:KEY")
        .hasMessageNotContaining("c0ffee");
  }

  @Test
  void aPseudonymIsTheFirst130BitsOfTheHmacInBase32() throws IOException {
    // RFC 4231 has no key of 32 bytes; expected from: openssl dgst -sha256 -mac HMAC -macopt
    // hexkey:…, base32, lower case.
    Pseudonyms pseudonyms = PseudonymKey.parse("0b".repeat(32), "test").pseudonyms();
    byte[] out = new byte[Pseudonyms.LENGTH];
    byte[] value = "Hi There".getBytes(StandardCharsets.US_ASCII);
    pseudonyms.write(value, value.length, out);
    assertThat(new String(out, StandardCharsets.US_ASCII)).isEqualTo("dgfga7vujp54ngidudy46k55yw");
  }

  @Test
  void aPseudonymIsWhatJavasOwnHmacMakes() throws Exception {
    Random random = new Random(20260901);
    for (int length = 0; length < 140; length++) {
      byte[] secret = new byte[32 + length];
      byte[] value = new byte[length];
      random.nextBytes(secret);
      random.nextBytes(value);
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      byte[] out = new byte[Pseudonyms.LENGTH];
      Pseudonyms pseudonyms =
          PseudonymKey.parse(HexFormat.of().formatHex(secret), "test").pseudonyms();
      // What was hashed before must not show.
      pseudonyms.write(secret, secret.length, out);
      pseudonyms.write(value, length, out);
      // A leading one keeps leading zeros.
      String bits = new BigInteger(1, mac.doFinal(value)).setBit(256).toString(2);
      StringBuilder expected = new StringBuilder();
      for (int i = 0; i < Pseudonyms.LENGTH; i++) {
        int digit = Integer.parseInt(bits.substring(1 + 5 * i, 6 + 5 * i), 2);
        expected.append("abcdefghijklmnopqrstuvwxyz234567".charAt(digit));
      }
      assertThat(new String(out, StandardCharsets.US_ASCII)).isEqualTo(expected.toString());
    }
  }
}
