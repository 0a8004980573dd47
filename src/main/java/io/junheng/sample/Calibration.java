package io.junheng.sample;

/**
 * Published figures that the made-up province resembles. Each is a single fact of official
 * statistics; none is given to a made-up county as its own.
 */
final class Calibration {
  /**
   * Pupils of Zhejiang in 2019 by stage (国家统计局 分省年度数据). The province of a sample is this one, made
   * smaller or larger.
   */
  static final double PRIMARY_PUPILS = 3_671_067;

  static final double JUNIOR_PUPILS = 1_636_986;
  static final double SENIOR_PUPILS = 784_233;
  static final double VOCATIONAL_PUPILS = 542_066;

  /**
   * Pupils of special schools: 37.4 % (全国 2023: 34.12万 of 91.20万) of Zhejiang's 20 913 pupils in
   * special education.
   */
  static final double SPECIAL_SCHOOL_PUPILS = 20_913 * 0.374;

  /**
   * Pupils with a disability in regular classes or taught at home, for each pupil of the compulsory
   * stages: the rest of those.
   */
  static final double INCLUDED_SHARE = 20_913 * 0.626 / (PRIMARY_PUPILS + JUNIOR_PUPILS);

  static final double ALL_PUPILS =
      PRIMARY_PUPILS + JUNIOR_PUPILS + SENIOR_PUPILS + VOCATIONAL_PUPILS + SPECIAL_SCHOOL_PUPILS;

  /** Pupils of a school, Zhejiang 2019 (enrolment ÷ schools of the same source). */
  static final double PRIMARY_SCHOOL_SIZE = 1109;

  static final double JUNIOR_SCHOOL_SIZE = 939;
  static final double SENIOR_SCHOOL_SIZE = 1305;

  /** Pupils for each full-time teacher, Zhejiang 2019. */
  static final double PRIMARY_PUPILS_PER_TEACHER = 16.99;

  static final double JUNIOR_PUPILS_PER_TEACHER = 12.54;
  static final double SENIOR_PUPILS_PER_TEACHER = 10.90;
  static final double VOCATIONAL_PUPILS_PER_TEACHER = 15.22;
  static final double SPECIAL_PUPILS_PER_TEACHER = 3.5;

  /** Teachers with a bachelor's degree or more (2023年全国教育事业发展统计公报). */
  static final double PRIMARY_BACHELORS = 0.7803;

  static final double JUNIOR_BACHELORS = 0.9309;

  /** Teachers with the degree that is required of them, of the same bulletin. */
  static final double QUALIFIED = 0.9996;

  /** Pupils in private schools of the compulsory stages: 1 221.99万 of 1.61亿 (全国 2023). */
  static final double PRIVATE_PUPILS = 0.0759;

  /**
   * Children of migrant workers among pupils of the compulsory stages: 1 353.99万 of 1.61亿 (全国
   * 2023).
   */
  static final double MIGRANT_PUPILS = 0.0841;

  private Calibration() {}
}
