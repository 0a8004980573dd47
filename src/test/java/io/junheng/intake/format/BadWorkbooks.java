package io.junheng.intake.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks that are damaged, unsafe or not what they should be. */
final class BadWorkbooks {
  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final String TEXTS = "xl/sharedStrings.xml";
  private static final List<String> TABLE =
      List.of(Reading.HEADER, Reading.ROWS.get(0), Reading.ROWS.get(1));

  private BadWorkbooks() {}

  static List<BadFile> all() throws IOException, GeneralSecurityException {
    List<BadFile> files = new ArrayList<>();
    for (Sheets format : Sheets.values()) {
      byte[] good = format.lines(TABLE);
      for (int i = 1; i < 11; i++) {
        byte[] cut = Arrays.copyOf(good, good.length * i / 12);
        add(files, format + " cut off after " + cut.length, cut, "damaged_workbook");
      }
      headers(files, format);
      rows(files, format);
    }
    xml(files);
    add(files, "encrypted XLSX", encryptedXlsx(), "encrypted");
    add(files, "OLE2 without a workbook", emptyOle2(), "no_delivery");
    add(files, "a zip of something else", zipOf("word/document.xml", "<x/>"), "damaged_workbook");
    add(files, "a part outside of the zip", zipOf("../../evil.xml", "<x/>"), "damaged_workbook");
    return files;
  }

  private static void add(List<BadFile> files, String name, byte[] bytes, String rule) {
    files.add(new BadFile(name, bytes, rule, Level.UNREADABLE));
  }

  private static void headers(List<BadFile> files, Sheets format) {
    add(files, format + " without rows", format.lines(List.of()), "empty_file");
    String renamed = Reading.HEADER.replace("学校代码", "学校号");
    add(files, format + " wrong column", format.lines(List.of(renamed)), "missing_header");
    String twice = Reading.HEADER.replace("面积", "学校代码");
    add(files, format + " column twice", format.lines(List.of(twice)), "duplicate_header");
    String unit = Reading.HEADER.replace("面积", "面积(万平方米)");
    add(files, format + " other unit", format.lines(List.of(unit)), "other_unit");
    byte[] two =
        format.workbook(
            workbook -> {
              Sheets.fill(workbook.createSheet("甲"), TABLE);
              Sheets.fill(workbook.createSheet("乙"), TABLE);
            });
    add(files, format + " two sheets that fit", two, "several_sheets");
    byte[] hidden =
        format.workbook(
            workbook -> {
              workbook.createSheet("空");
              Sheets.fill(workbook.createSheet("学校"), TABLE);
              workbook.setSheetHidden(1, true);
            });
    add(files, format + " data on a hidden sheet", hidden, "empty_file");
  }

  private static void rows(List<BadFile> files, Sheets format) {
    String[][] faults = {
      {"8", "八", "not_decimal"},
      {"乙小学", "/", "absent_word"},
      {"乙小学", "=1+1", "formula"},
      {"乙小学", "#REF!", "formula_error"},
      {"3301000002", "33010", "pattern"},
      {"3301000002", "3301000001", "duplicate_key"},
      {"3301000002", "", "required"},
      {"否", "不", "not_boolean"},
      {",0,", ",0.5,", "not_integer"},
      {",0,", ",-5,", "out_of_range"},
      {"否", "否,,多", "field_count"},
    };
    for (String[] fault : faults) {
      String row = TABLE.get(2).replace(fault[0], fault[1]);
      byte[] bytes = format.lines(List.of(TABLE.get(0), TABLE.get(1), row));
      files.add(new BadFile(format + " " + fault[2], bytes, fault[2], Level.ROW));
    }
  }

  /** Files whose parts were changed by hand. */
  private static void xml(List<BadFile> files) {
    String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>";
    for (String part : List.of(SHEET, TEXTS, "xl/workbook.xml", "xl/styles.xml")) {
      UnaryOperator<String> declare = xml -> xml.replaceFirst("\\?>", "?>" + entity);
      add(files, "an entity in " + part, changed(part, declare), "external_entity");
      add(files, "no end of " + part, changed(part, BadWorkbooks::half), "damaged_workbook");
    }
    String[][] changes = {
      {"<v>0</v>", "<v>99999</v>", "damaged_workbook"},
      {"<v>0</v>", "<v>x</v>", "damaged_workbook"},
      {"r=\"B2\"", "r=\"ZZZZ2\"", "damaged_workbook"},
      {"r=\"B2\"", "r=\"2\"", "damaged_workbook"},
      {"r=\"B2\"", "r=\"A2\"", "damaged_workbook"},
      {"<row r=\"2\"", "<row r=\"two\"", "damaged_workbook"},
      {"</row>", "", "damaged_workbook"},
    };
    for (String[] change : changes) {
      byte[] bytes = changed(SHEET, xml -> xml.replace(change[0], change[1]));
      add(files, change[0] + " to " + change[1], bytes, change[2]);
    }
    byte[] bomb = changed(TEXTS, xml -> xml.replaceFirst("<si>", "<si>" + " ".repeat(80 << 20)));
    add(files, "80 MB of blanks in the texts", bomb, "bomb");
    byte[] days =
        Sheets.XLSX.workbook(
            workbook -> {
              Sheets.fill(workbook.createSheet("学校"), TABLE);
              ((XSSFWorkbook) workbook).getCTWorkbook().addNewWorkbookPr().setDate1904(true);
            });
    add(files, "days from 1904", days, "days_from_1904");
    SplittableRandom random = new SplittableRandom(11);
    byte[] noise = new byte[5000];
    random.nextBytes(noise);
    add(
        files,
        "noise in a zip",
        BadText.join(BadText.bytes('P', 'K', 3, 4), noise),
        "damaged_workbook");
    byte[] ole = BadText.bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
    add(files, "noise in OLE2", BadText.join(ole, noise), "damaged_workbook");
  }

  private static String half(String xml) {
    return xml.substring(0, xml.length() / 2);
  }

  private static byte[] changed(String part, UnaryOperator<String> change) {
    byte[] good = Sheets.XLSX.lines(TABLE);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(good));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        byte[] content = in.readAllBytes();
        boolean isMeant = entry.getName().equals(part);
        out.write(
            isMeant
                ? change
                    .apply(new String(content, StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8)
                : content);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] zipOf(String name, String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry(name));
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] encryptedXlsx() throws IOException, GeneralSecurityException {
    Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
    encryptor.confirmPassword("made up");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (POIFSFileSystem file = new POIFSFileSystem()) {
      try (OutputStream out = encryptor.getDataStream(file)) {
        out.write(Sheets.XLSX.lines(TABLE));
      }
      file.writeFilesystem(bytes);
    }
    return bytes.toByteArray();
  }

  private static byte[] emptyOle2() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (POIFSFileSystem file = new POIFSFileSystem()) {
      file.createDocument(new ByteArrayInputStream(new byte[5000]), "WordDocument");
      file.writeFilesystem(bytes);
    }
    return bytes.toByteArray();
  }
}
