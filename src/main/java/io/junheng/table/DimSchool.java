package io.junheng.table;

import static io.junheng.table.Meaning.text;

/**
 * gold.dim_school: one row for each period, county and school. Key: period, county_code,
 * school_code.
 */
public enum DimSchool implements OwnColumn {
  PERIOD(Shared.PERIOD),
  COUNTY_CODE(Shared.COUNTY_CODE),
  SCHOOL_CODE(Shared.SCHOOL_CODE),
  NAME_ZH(text("中文名称", "Chinese name")),
  NAME_EN(text("英文名称", "English name")),
  SCHOOL_TYPE(text("学校类型", "School type")),
  URBAN_RURAL(text("城乡类型", "Urban, town or rural")),
  OWNERSHIP(text("办学性质", "Public or private")),
  LOCATED_IN(text("所在地区代码", "Area where it stands")),
  RUN_BY(text("举办者级别", "Who runs it", "county, city, province")),
  LEGAL_PERSON_CODE(text("法人代码", "Code of the legal person")),
  CAMPUS_CODE(text("校区代码", "Campus code")),
  STAGES(text("学段", "Stages", "有学生的学段,以逗号分隔 · stages with pupils, separated by commas")),
  DATA_LABEL(Shared.DATA_LABEL);

  /** The table of these columns. */
  public static final Table TABLE =
      Table.gold("dim_school", "学校维表", "Schools", values())
          .key(PERIOD, COUNTY_CODE, SCHOOL_CODE)
          .partitionBy(PERIOD)
          .statistics(COUNTY_CODE, SCHOOL_CODE)
          .build();

  private final Meaning meaning;

  DimSchool(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}
