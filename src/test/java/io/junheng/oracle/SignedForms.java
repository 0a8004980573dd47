package io.junheng.oracle;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/**
 * Signed statistics of a county's schools that differ from its records: some schools have no form,
 * some leave out what a figure needs, some speak of a stage that the records know nothing of.
 */
final class SignedForms {
  private static final List<String> STAGES = List.of("小学", "初中");

  private SignedForms() {}

  /** Writes them beside the county's records. */
  static void write(Path county, Random random) throws IOException {
    TreeSet<String> known = new TreeSet<>();
    try (CsvReader<NamedCsvRecord> pupils =
        CsvReader.builder().ofNamedCsvRecord(county.resolve("student.csv"))) {
      pupils.forEach(row -> known.add(row.getField("就读学校标识码") + " " + row.getField("学段")));
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        "区县代码,学校标识码,学段,在校生数,其中休学学生数,其中送教上门学生数,班级数,专任教师数,研究生毕业专任教师数,"
            + "本科毕业专任教师数,专科毕业专任教师数,县级以上骨干教师数");
    try (CsvReader<NamedCsvRecord> schools =
        CsvReader.builder().ofNamedCsvRecord(county.resolve("school.csv"))) {
      for (NamedCsvRecord school : schools) {
        String code = school.getField("学校标识码");
        for (String stage : STAGES) {
          boolean isRecorded = known.contains(code + " " + stage);
          if (random.nextInt(10) < (isRecorded ? 7 : 1)) {
            lines.add("%s,%s,%s,%s".formatted(school.getField("区县代码"), code, stage, row(random)));
          }
        }
      }
    }
    Files.write(county.resolve("school_statistic.csv"), lines);
  }

  private static String row(Random random) {
    int pupils = 20 + random.nextInt(900);
    int teachers = 4 + random.nextInt(60);
    int masters = random.nextInt(teachers / 4 + 1);
    int bachelors = random.nextInt(teachers / 2);
    int associates = random.nextInt(teachers / 4 + 1);
    return String.join(
        ",",
        String.valueOf(pupils),
        stated(random, random.nextInt(5)),
        stated(random, random.nextInt(3)),
        String.valueOf(1 + pupils / 40),
        stated(random, teachers),
        stated(random, masters),
        stated(random, bachelors),
        stated(random, associates),
        stated(random, random.nextInt(4)));
  }

  /** One field of ten is left empty. */
  private static String stated(Random random, int value) {
    return random.nextInt(10) == 0 ? "" : String.valueOf(value);
  }
}
