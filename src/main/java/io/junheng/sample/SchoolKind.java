package io.junheng.sample;

import static io.junheng.sample.SchoolStage.JUNIOR;
import static io.junheng.sample.SchoolStage.PRIMARY;
import static io.junheng.sample.SchoolStage.SENIOR;
import static io.junheng.sample.SchoolStage.SPECIAL;
import static io.junheng.sample.SchoolStage.VOCATIONAL;

import java.util.EnumSet;
import java.util.List;

/** Types of schools that the sample has, with the stages that they teach. */
enum SchoolKind {
  PRIMARY_SCHOOL("primary", "小学", PRIMARY, PRIMARY),
  TEACHING_POINT("teaching_point", "教学点", PRIMARY, PRIMARY),
  JUNIOR_SCHOOL("junior", "初级中学", JUNIOR, JUNIOR),
  NINE_YEAR("nine_year", "学校", PRIMARY, JUNIOR),
  COMPLETE_SECONDARY("complete_secondary", "中学", JUNIOR, SENIOR),
  TWELVE_YEAR("twelve_year", "实验学校", PRIMARY, SENIOR),
  SENIOR_SCHOOL("senior", "高级中学", SENIOR, SENIOR),
  VOCATIONAL_SCHOOL("vocational", "职业技术学校", VOCATIONAL, VOCATIONAL),
  SPECIAL_SCHOOL("special", "特殊教育学校", SPECIAL, SPECIAL);

  private final String code;
  private final String word;
  private final SchoolStage first;
  private final SchoolStage last;

  SchoolKind(String code, String word, SchoolStage first, SchoolStage last) {
    this.code = code;
    this.word = word;
    this.first = first;
    this.last = last;
  }

  /** The code in the list {@code school_type}. */
  String code() {
    return code;
  }

  /** How a school's name ends. */
  String word() {
    return word;
  }

  List<SchoolStage> stages() {
    return List.copyOf(EnumSet.range(first, last));
  }

  boolean isMixed() {
    return first != last;
  }
}
