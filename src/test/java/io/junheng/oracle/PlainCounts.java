package io.junheng.oracle;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the seven resource indicators and some shares mean, worked out from a county's files in
 * plain Java: no definitions, no Spark, high precision. Where a signed form states a figure it
 * decides; a share is made of the form alone or of the records alone.
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

  private static final Map<String, String[]> DEGREES =
      Map.of(
          "小学", new String[] {"研究生毕业专任教师数", "本科毕业专任教师数", "专科毕业专任教师数"},
          "初中", new String[] {"研究生毕业专任教师数", "本科毕业专任教师数"});
  private static final Set<String> BACKBONE = Set.of("县级", "市级", "省级", "国家级");
  private static final Set<String> POSTGRADUATE = Set.of("硕士研究生", "博士研究生");

  private final List<NamedCsvRecord> schools;
  private final List<NamedCsvRecord> teachers;
  private final Map<String, Map<String, Integer>> recorded = new TreeMap<>();
  private final Map<String, Map<String, Integer>> pupils = new TreeMap<>();
  private final Map<String, Integer> boarders = new TreeMap<>();
  private final Map<String, NamedCsvRecord> forms = new TreeMap<>();

  PlainCounts(Path county) {
    this.schools = rows(county.resolve("school.csv"));
    this.teachers = rows(county.resolve("teacher.csv"));
    for (NamedCsvRecord pupil : rows(county.resolve("student.csv"))) {
      boolean sitsInClass =
          !pupil.getField("是否休学").equals("是") && !pupil.getField("是否送教上门").equals("是");
      if (sitsInClass && pupil.getField("是否寄宿生").equals("是")) {
        boarders.merge(pupil.getField("就读学校标识码") + pupil.getField("学段"), 1, Integer::sum);
      }
      if (sitsInClass) {
        recorded
            .computeIfAbsent(pupil.getField("就读学校标识码"), code -> new TreeMap<>())
            .merge(pupil.getField("学段"), 1, Integer::sum);
      }
    }
    recorded.forEach((school, byStage) -> pupils.put(school, new TreeMap<>(byStage)));
    Path signed = county.resolve("school_statistic.csv");
    if (Files.exists(signed)) {
      rows(signed).forEach(this::decide);
    }
  }

  private void decide(NamedCsvRecord form) {
    String school = form.getField("学校标识码");
    forms.put(school + form.getField("学段"), form);
    stated(form, "在校生数", "其中休学学生数", "其中送教上门学生数")
        .ifPresent(
            parts ->
                pupils
                    .computeIfAbsent(school, any -> new TreeMap<>())
                    .put(
                        form.getField("学段"),
                        parts.get(0).intValue()
                            - parts.get(1).intValue()
                            - parts.get(2).intValue()));
  }

  /** The fields of a form; empty unless it states all of them. */
  private static Optional<List<BigDecimal>> stated(NamedCsvRecord form, String... fields) {
    List<String> texts = Stream.of(fields).map(form::getField).toList();
    return texts.contains("")
        ? Optional.empty()
        : Optional.of(texts.stream().map(BigDecimal::new).toList());
  }

  private Optional<BigDecimal> byForm(String code, String stage, String... fields) {
    return Optional.ofNullable(forms.get(code + stage))
        .flatMap(form -> stated(form, fields))
        .map(parts -> parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  /**
   * A share of a school's pupils or teachers at some stages together, in percent; empty where there
   * is nobody to divide by, or nothing known of those whom the form tells.
   */
  Optional<Double> share(String indicator, String code, List<String> stages) {
    BigDecimal part = BigDecimal.ZERO;
    BigDecimal whole = BigDecimal.ZERO;
    for (String stage : stages) {
      BigDecimal[] sides = sides(indicator, code, stage);
      part = part.add(sides[0]);
      whole = whole.add(sides[1]);
    }
    return whole.signum() == 0
        ? Optional.empty()
        : Optional.of(part.multiply(BigDecimal.valueOf(100)).divide(whole, EXACT).doubleValue());
  }

  private BigDecimal[] sides(String indicator, String code, String stage) {
    Optional<BigDecimal> formsPart = Optional.empty();
    BigDecimal part;
    BigDecimal whole = count(code, stage, t -> true);
    switch (indicator) {
      case "backbone_teacher_share" -> {
        part = count(code, stage, t -> BACKBONE.contains(t.getField("骨干教师级别")));
        formsPart = byForm(code, stage, "县级以上骨干教师数");
      }
      case "postgraduate_teacher_share" -> {
        part = count(code, stage, t -> POSTGRADUATE.contains(t.getField("最高学历")));
        formsPart = byForm(code, stage, "研究生毕业专任教师数");
      }
      case "teachers_certified_share" ->
          part = count(code, stage, t -> t.getField("是否持教师资格证").equals("是"));
      case "boarder_share" -> {
        part = BigDecimal.valueOf(boarders.getOrDefault(code + stage, 0));
        whole = BigDecimal.valueOf(recorded.getOrDefault(code, Map.of()).getOrDefault(stage, 0));
      }
      default -> throw new IllegalArgumentException(indicator);
    }
    Optional<BigDecimal> formsWhole = byForm(code, stage, "专任教师数");
    return formsPart.isPresent() && formsWhole.isPresent()
        ? new BigDecimal[] {formsPart.get(), formsWhole.get()}
        : new BigDecimal[] {part, whole};
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
              byForm(code, stage, DEGREES.get(stage))
                  .orElseGet(
                      () ->
                          count(
                              code,
                              stage,
                              t -> ABOVE_DEGREE.get(stage).contains(t.getField("最高学历")))));
      case "teachers_backbone_per_100" ->
          hundred.multiply(
              byForm(code, stage, "县级以上骨干教师数")
                  .orElseGet(
                      () -> count(code, stage, t -> BACKBONE.contains(t.getField("骨干教师级别")))));
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
