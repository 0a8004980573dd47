package io.junheng.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Language;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProblemListTest {
  @TempDir private Path folder;

  @Test
  void allProblemsOfAllFilesComeAtOnceAndInOrder() {
    OverlaidConf conf =
        OverlaidConf.in(folder)
            .add(Path.of("src/test/resources/conf/invalid/unknown_measure"))
            .write(
                "measures/more.yaml",
                """
                source: student
                measures:
                  - {id: tall, title: {zh: 高}, unit: person, count: "hight > 1", wher: "true"}
                """);
    String list =
        Problem.list(conf.problems(), "conf/", Language.EN)
            .replace(ConfFiles.nameOf(conf.root()), "conf");
    assertThat(list)
        .isEqualTo(
            """
            4 problems in conf/
              conf/indicators/wrong.yaml:6:31 unknown_measure: 'broken' names the measure 'pupil', which does not exist. Did you mean 'pupils' (conf/measures/measures.yaml:4:10)?
              conf/measures/more.yaml:3:23 missing_language: 'title' has no text in 'en'
              conf/measures/more.yaml:3:54 unknown_column: the expression reads 'hight', which does not exist there. Known here: birth_month, class_no, county_code, period, school_code, stage, student_key
              conf/measures/more.yaml:3:66 unknown_key: 'wher' is not a key of a measure. Did you mean 'where'?""");
  }

  @Test
  void whatABrokenFileWouldHaveDefinedIsNotCalledUnknown() {
    OverlaidConf conf = OverlaidConf.in(folder).write("measures/measures.yaml", "source: [student");
    assertThat(conf.problems()).extracting(Problem::code).containsOnly(ProblemCode.YAML_SYNTAX);
  }

  @Test
  void aWrongColumnDoesNotMakeItsReadersWrong() {
    OverlaidConf conf =
        OverlaidConf.in(folder)
            .write(
                "contracts/student.yaml",
                """
                contract: student
                title: {zh: 学生, en: Pupils}
                grain: {zh: 每名学生一行, en: one row for each pupil}
                period_type: school_year
                key: [school_code]
                columns:
                  - {name: county_code, title: {zh: 区县代码, en: County code}, type: text}
                  - {name: school_code, title: {zh: 学校代码, en: School code}, type: txt}
                """);
    assertThat(conf.lines(conf.problems(), Language.EN))
        .isEqualTo(
            List.of(
                "conf/contracts/student.yaml:8:67 unknown_word: 'type' cannot be 'txt'. Did you mean 'text'?"));
  }

  @Test
  void aliasesAreNotPartOfTheLanguage() {
    OverlaidConf conf =
        OverlaidConf.in(folder).write("codes/more.yaml", "codes: &all []\nmore: *all\n");
    assertThat(conf.problems()).extracting(Problem::code).containsExactly(ProblemCode.YAML_SYNTAX);
  }

  @Test
  void aSingleProblemIsNotCalledProblems() {
    OverlaidConf conf = OverlaidConf.in(folder).write("extra.yaml", "");
    assertThat(Problem.list(conf.problems(), "conf/", Language.EN))
        .startsWith("1 problem in conf/");
    assertThat(Problem.list(conf.problems(), "conf/", Language.ZH)).startsWith("conf/ 中有 1 个问题");
  }
}
