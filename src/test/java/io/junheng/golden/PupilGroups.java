package io.junheng.golden;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Pupils told in groups: a line has the columns of {@code student.csv} that its pupils share, and
 * {@code 人数}, how many they are. Who they are is made up here, with birthdays that fit the grade in
 * autumn 2023.
 */
record PupilGroups(Path file) {
  private static final String COUNT = "人数";
  private static final List<String> PERSON = List.of("区县代码", "身份证件号", "姓名", "出生日期", "性别");
  private static final int YEAR = 2023;
  private static final int DAYS = 365;
  private static final int SERIALS = 999;
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  /** Writes the delivery of a county: one row for each pupil. */
  void spreadTo(Path delivery, String county) throws IOException {
    try (CsvReader<NamedCsvRecord> groups = CsvReader.builder().ofNamedCsvRecord(file);
        CsvWriter pupils = CsvWriter.builder().build(delivery)) {
      int number = 0;
      for (NamedCsvRecord group : groups) {
        List<String> shared = new ArrayList<>(group.getHeader());
        shared.remove(COUNT);
        if (number == 0) {
          pupils.writeRecord(joined(PERSON, shared));
        }
        List<String> values = shared.stream().map(group::getField).toList();
        for (int i = Integer.parseInt(group.getField(COUNT)); i > 0; i--) {
          pupils.writeRecord(joined(person(county, ++number, firstBirthday(group)), values));
        }
      }
    }
  }

  private static LocalDate firstBirthday(NamedCsvRecord group) {
    int entryAge = Map.of("小学", 6, "初中", 12, "高中", 15).getOrDefault(group.getField("学段"), 6);
    return LocalDate.of(YEAR - entryAge - Integer.parseInt(group.getField("年级")), 9, 1);
  }

  private static List<String> person(String county, int number, LocalDate firstBirthday) {
    LocalDate born = firstBirthday.plusDays(number % DAYS);
    String digits =
        county + born.toString().replace("-", "") + "%03d".formatted(number % SERIALS + 1);
    return List.of(county, digits + checkDigit(digits), "学生" + number, born.toString(), "男");
  }

  /** GB 11643: ISO 7064 MOD 11-2 over the first 17 digits. */
  private static char checkDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (digits.charAt(i) - '0');
    }
    return "10X98765432".charAt(sum % 11);
  }

  private static List<String> joined(List<String> first, List<String> then) {
    List<String> all = new ArrayList<>(first);
    all.addAll(then);
    return all;
  }
}
