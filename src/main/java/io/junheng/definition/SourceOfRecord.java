package io.junheng.definition;

/** Whose record decides a figure. Where records disagree with a signed form, the form does. */
public enum SourceOfRecord {
  /** 教育事业统计, the signed forms. */
  EDUCATION_STATISTICS,
  /** 学籍. */
  PUPIL_REGISTER,
  /** 教师管理信息系统. */
  TEACHER_SYSTEM,
  /** 教育经费统计. */
  FUNDING_STATISTICS,
  /** Finance, civil affairs, the disabled persons' federation, monitoring centres. */
  OTHER_DEPARTMENT,
  /** Answers of people who were asked. */
  SURVEY
}
