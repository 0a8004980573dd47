package io.junheng.oracle;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the seven resource indicators mean, worked out from a county's files in plain Java: no
 * definitions, no Spark, high precision.
 *
 * <p>Source: 教督〔2017〕6号 and 国教督办函〔2019〕30号 as told in the project's definitions; written a second
 * time on purpose.
 */
final class PlainCounts {
  private static final MathContext EXACT = new MathContext(40);
  private static final Map<String, BigDecimal> WEIGHTS =
      Map.of(
          "小学", new BigDecimal("1"), "初中", new BigDecimal("1.1"), "普通高中", new BigDecimal("1.32"));
  private static final Map<String, Set<String>> ABOVE_DEGREE =
      Map.of(
          "小学", Set.of("专科", "本科", "硕士研究生", "博士研究生"),
          "初中", Set.of("本科", "硕士研究生", "博士研究生"));

  private final List<NamedCsvRecord> schools;
  private final List<NamedCsvRecord> teachers;
  private final Map<String, Map<String, Integer>> pupils = new TreeMap<>();

  PlainCounts(Path county) {
    this.schools = rows(county.resolve("school.csv"));
    this.teachers = rows(county.resolve("teacher.csv"));
    for (NamedCsvRecord pupil : rows(county.resolve("student.csv"))) {
      boolean sitsInClass =
          !pupil.getField("是否休学").equals("是") && !pupil.getField("是否送教上门").equals("是");
      if (sitsInClass) {
        pupils
            .computeIfAbsent(pupil.getField("就读学校标识码"), code -> new TreeMap<>())
            .merge(pupil.getField("学段"), 1, Integer::sum);
      }
    }
  }

  /** Value of each school in scope at a stage, with its pupils, by school code. */
  Map<String, double[]> values(String indicator, String stage) {
    Map<String, double[]> values = new LinkedHashMap<>();
    for (NamedCsvRecord school : schools) {
      String code = school.getField("学校标识码");
      int own = pupils.getOrDefault(code, Map.of()).getOrDefault(stage, 0);
      if (own > 0 && inScope(school, own)) {
        BigDecimal resource = resource(indicator, school, code, stage);
        double value = resource.divide(BigDecimal.valueOf(own), EXACT).doubleValue();
        values.put(code, new double[] {value, own});
      }
    }
    return values;
  }

  private static boolean inScope(NamedCsvRecord school, int pupilsOfStage) {
    String type = school.getField("办学类型");
    if (type.equals("小学教学点")) {
      return pupilsOfStage >= 50;
    }
    return !type.contains("特殊教育")
        && !type.contains("职业")
        && !type.contains("高级中学")
        && !type.contains("幼儿园");
  }

  private BigDecimal resource(String indicator, NamedCsvRecord school, String code, String stage) {
    BigDecimal hundred = BigDecimal.valueOf(100);
    return switch (indicator) {
      case "teachers_above_degree_per_100" ->
          hundred.multiply(
              count(code, stage, t -> ABOVE_DEGREE.get(stage).contains(t.getField("最高学历"))));
      case "teachers_backbone_per_100" ->
          hundred.multiply(
              count(
                  code,
                  stage,
                  t -> Set.of("县级", "市级", "省级", "国家级").contains(t.getField("骨干教师级别"))));
      case "teachers_pe_arts_per_100" ->
          hundred.multiply(
              count(
                  code,
                  stage,
                  t -> Set.of("体育与健康", "音乐", "美术", "艺术").contains(t.getField("任教学科"))));
      case "teaching_area_per_pupil" ->
          share(number(school, "教学及辅助用房面积").subtract(number(school, "室内体育用房面积")), code, stage);
      case "sports_area_per_pupil" ->
          share(
              number(school, "运动场地面积").add(number(school, "体育馆面积")).add(number(school, "室内体育用房面积")),
              code,
              stage);
      case "equipment_value_per_pupil" -> share(number(school, "教学仪器设备资产值"), code, stage);
      case "multimedia_rooms_per_100" ->
          hundred.multiply(share(number(school, "网络多媒体教室数"), code, stage));
      default -> throw new IllegalArgumentException(indicator);
    };
  }

  private BigDecimal count(
      String code, String stage, java.util.function.Predicate<NamedCsvRecord> counts) {
    return BigDecimal.valueOf(
        teachers.stream()
            .filter(t -> t.getField("学校标识码").equals(code))
            .filter(t -> t.getField("任教学段").equals(stage))
            .filter(t -> t.getField("是否专任教师").equals("是"))
            .filter(counts)
            .count());
  }

  private BigDecimal share(BigDecimal whole, String code, String stage) {
    BigDecimal all = BigDecimal.ZERO;
    Map<String, Integer> ofSchool = pupils.get(code);
    for (Map.Entry<String, Integer> part : ofSchool.entrySet()) {
      all = all.add(weighted(part.getKey(), part.getValue(), ofSchool.size()));
    }
    return whole.multiply(weighted(stage, ofSchool.get(stage), ofSchool.size())).divide(all, EXACT);
  }

  private static BigDecimal weighted(String stage, int count, int stages) {
    BigDecimal weight = stages == 1 ? BigDecimal.ONE : WEIGHTS.getOrDefault(stage, BigDecimal.ZERO);
    return weight.multiply(BigDecimal.valueOf(count));
  }

  private static BigDecimal number(NamedCsvRecord row, String column) {
    String text = row.getField(column);
    return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
  }

  private static List<NamedCsvRecord> rows(Path file) {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      List<NamedCsvRecord> rows = new ArrayList<>();
      reader.forEach(rows::add);
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
