package io.junheng.sample;

import java.util.List;

/** Teachers, each at the school of the post. */
record TeacherRows(CountyPlan county, List<Teacher> teachers, Labels labels)
    implements DatasetRows {
  @Override
  public String dataset() {
    return "teacher";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "county_code",
        "school_code",
        "id_number",
        "teacher_name",
        "birth_date",
        "gender",
        "stage",
        "is_full_time",
        "is_on_quota",
        "degree",
        "subject",
        "backbone_level",
        "title_level",
        "has_certificate",
        "training_hours_5y",
        "is_rotation_eligible",
        "is_rotated",
        "is_dual_qualified");
  }

  @Override
  public long count() {
    return teachers.size();
  }

  @Override
  public void write(Sheet sheet) {
    for (int i = 0; i < teachers.size(); i++) {
      sheet.row(cells(teachers.get(i), i + 1));
    }
  }

  private String[] cells(Teacher teacher, int number) {
    return new String[] {
      county.county().code(),
      teacher.school().code(),
      teacher.id(),
      "演示教师" + number,
      teacher.born().toString(),
      labels.of("gender", ResidentId.isMale(teacher.id()) ? "male" : "female"),
      labels.of(teacher.stage()),
      Labels.of(teacher.isFullTime()),
      Labels.of(teacher.isOnQuota()),
      labels.of("degree", teacher.degree()),
      labels.of("subject", teacher.subject()),
      labels.of("backbone_level", teacher.backboneLevel()),
      labels.of("title_level", teacher.titleLevel()),
      Labels.of(teacher.hasCertificate()),
      Integer.toString(teacher.trainingHours()),
      Labels.of(teacher.isRotationEligible()),
      Labels.of(teacher.isRotated()),
      Labels.of(isDualQualified(teacher))
    };
  }

  /** Two of three teachers of vocational courses, and few others of their schools. */
  private static boolean isDualQualified(Teacher teacher) {
    boolean isVocational = teacher.stage() == SchoolStage.VOCATIONAL;
    boolean teachesCourse = teacher.subject().equals("vocational_course");
    return isVocational && (teachesCourse ? teacher.place() % 6 < 4 : teacher.place() % 9 == 0);
  }
}
