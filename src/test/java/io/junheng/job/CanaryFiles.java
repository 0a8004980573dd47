package io.junheng.job;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Deliveries in every format, with the same made-up people in every kind of bad row. */
record CanaryFiles(Path landing) {
  private static final String NAME = "欧阳金丝雀";
  private static final String LATIN_NAME = "Ouyang Jinsique";
  private static final String SHORT_NAME = "Ouyan";
  private static final String PHONE = "13900990099";
  private static final String NUMBER = "G" + TestPeople.id("20120317", 99);
  private static final String ID = TestPeople.id("20120317", 7);
  private static final String TEACHER = TestPeople.id("19830417", 9);

  /** What nobody may find. */
  static final List<String> CANARIES =
      List.of(
          NAME,
          LATIN_NAME,
          SHORT_NAME,
          PHONE,
          NUMBER,
          ID,
          ID.substring(0, 17),
          TEACHER,
          TEACHER.substring(0, 17),
          "2012-03-17",
          "20120317",
          "2012/3/17",
          "1983-04-17",
          "19830417");

  private static final String SCHOOL_HEADER = "区县代码,学校标识码,学校名称,办学类型,城乡类型,办学性质,所在地区划代码,管理层级,是否寄宿制\n";
  private static final String HEADER =
      "区县代码,就读学校标识码,身份证件号,姓名,出生日期,性别,学段,年级,班级,是否寄宿生,是否随迁子女,是否休学,联系电话,学籍号";
  private static final String GOOD =
      "990102,3399000001,%s,%s,2012-03-17,女,小学,5,1班,否,否,否,%s,%s".formatted(ID, NAME, PHONE, NUMBER);
  private static final String TEACHER_HEADER =
      "区县代码,学校标识码,身份证件号,姓名,出生日期,性别,任教学段,是否专任教师,最高学历,任教学科,骨干教师级别,专业技术职务,是否持教师资格证,五年培训学时,是否符合交流条件,本学年是否交流轮岗\n";

  void write() throws IOException {
    List<String> rows = rows();
    text("990102/school.csv", SCHOOL_HEADER + school("990102") + school("990103"));
    text("990102/student.csv", table(rows));
    text("990103/student.csv", table(of("990103", suspended())));
    text("990104/student.csv", String.join("\n", rows) + "\n");
    text("990105/student.csv", table(List.of(GOOD.replace(NAME, "\"" + NAME))));
    text("990121/student.csv", table(of("990121", List.of(GOOD))));
    bytes("990122/student.csv", mixed());
    bytes("990171/student.csv", table(of("990171", rows)).getBytes(Charset.forName("GB18030")));
    bytes("990181/student.xlsx", workbook(new XSSFWorkbook(), of("990181", rows)));
    bytes("990182/student.xls", workbook(new HSSFWorkbook(), of("990182", rows)));
    bytes("990102/teachers.zip", zip());
    parquet("990104/student-2.parquet", of("990104", rows));
  }

  private static String school(String county) {
    return "%s,%s,%s,小学,城区,公办,%s,县级,否\n"
        .formatted(county, "990102".equals(county) ? "3399000001" : PHONE, "岫川学校", county);
  }

  /** Each way in which a row can be wrong. */
  private static List<String> rows() {
    String other = TestPeople.id("20120317", 8);
    return List.of(
        GOOD,
        GOOD,
        GOOD.replace("3399000001", ID),
        GOOD.replace("3399000001", "3399009999"),
        GOOD.replace("3399000001", NAME),
        GOOD.replace(ID, ID.substring(0, 17) + (ID.endsWith("1") ? "2" : "1")),
        GOOD.replace(ID, ID.substring(0, 17)),
        GOOD.replace(ID, ID.substring(0, 17) + "\u0001"),
        GOOD.replace(ID, ""),
        GOOD.replace(ID, other).replace("2012-03-17", "2012-03-16"),
        GOOD.replace("2012-03-17", "20120317x"),
        GOOD.replace("2012-03-17", "2012/3/17 ?"),
        GOOD.replace("990102", ID),
        GOOD.replace("990102", "990121"),
        GOOD.replace(",女,", "," + NAME + ","),
        GOOD.replace(",女,", "," + SHORT_NAME + ","),
        GOOD.replace(",小学,", "," + LATIN_NAME + ","),
        GOOD.replace(",小学,", "," + PHONE + ","),
        GOOD.replace(",5,", "," + PHONE + ","),
        GOOD.replace(",5,", "," + SHORT_NAME + ","),
        GOOD.replace(",5,", ",2012-03-17,"),
        GOOD.replace(",1班,", "," + ID + ","),
        GOOD.replace(",1班,", "," + PHONE + ","),
        GOOD.replace(",1班,", ",=" + NAME + ","),
        GOOD.replace(",1班,", "," + NUMBER + ","),
        GOOD.replace(",1班,否", ",1班," + NAME),
        GOOD + ",",
        GOOD + "," + ID,
        GOOD.substring(7),
        (ID + ",").repeat(13) + ID,
        (NAME + ",").repeat(13) + NAME,
        (PHONE + ",").repeat(13) + PHONE);
  }

  /** So many that the file is refused. */
  private static List<String> suspended() {
    String pupil = GOOD.replace(",否,否,否,", ",否,否,是,");
    return List.of(pupil, pupil.replace(ID, TestPeople.id("20120317", 11)));
  }

  private static List<String> of(String county, List<String> rows) {
    return rows.stream().map(row -> row.replace("990102,", county + ",")).toList();
  }

  private static String table(List<String> rows) {
    return "学生花名册 填报人:%s 电话:%s\n".formatted(NAME, PHONE)
        + HEADER
        + "\n"
        + String.join("\n", rows)
        + "\n";
  }

  private static byte[] mixed() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(table(of("990122", List.of(GOOD))).getBytes(StandardCharsets.UTF_8));
    bytes.write(GOOD.getBytes(Charset.forName("GB18030")));
    return bytes.toByteArray();
  }

  private static byte[] workbook(Workbook made, List<String> rows) throws IOException {
    try (Workbook workbook = made;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      Sheet sheet = workbook.createSheet("学生");
      for (String line : table(rows).lines().toList()) {
        Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        for (String cell : line.split(",", -1)) {
          row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(cell);
        }
      }
      workbook.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static byte[] zip() throws IOException {
    String teacher =
        "990102,3399000001,%s,%s,1983-04-17,女,小学,是,本科,语文,无,一级,是,200,否,否\n".formatted(TEACHER, NAME);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("teacher.csv"));
      zip.write(
          (TEACHER_HEADER
                  + teacher
                  + teacher
                  + teacher.replace(",语文,", "," + NAME + ",")
                  + teacher.replace(",200,", "," + PHONE + ",")
                  + teacher.replace("1983-04-17", "1983-04-18"))
              .getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private void parquet(String name, List<String> rows) throws IOException {
    List<String> columns = new ArrayList<>(List.of(HEADER.split(",", -1)));
    Types.MessageTypeBuilder message = Types.buildMessage();
    for (String column : columns) {
      message
          .optional(PrimitiveTypeName.BINARY)
          .as(LogicalTypeAnnotation.stringType())
          .named(column);
    }
    MessageType type = message.named("student");
    Path file = landing.resolve("202310").resolve(name);
    Files.createDirectories(file.getParent());
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new org.apache.hadoop.fs.Path(file.toUri()))
            .withType(type)
            .withConf(new Configuration())
            .build()) {
      for (String row : rows) {
        String[] cells = row.split(",", -1);
        Group group = new SimpleGroupFactory(type).newGroup();
        for (int i = 0; i < Math.min(cells.length, columns.size()); i++) {
          group.append(columns.get(i), cells[i]);
        }
        writer.write(group);
      }
    }
  }

  private void text(String name, String text) throws IOException {
    bytes(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private void bytes(String name, byte[] bytes) throws IOException {
    Path file = landing.resolve("202310").resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }
}
