package io.junheng.table;

import static io.junheng.table.Meaning.flag;
import static io.junheng.table.Meaning.text;

/** gold.dim_area: one row for each area and span of validity. Key: area_code, valid_from. */
public enum DimArea implements OwnColumn {
  AREA_CODE(Shared.AREA_CODE),
  VALID_FROM(Shared.VALID_FROM),
  VALID_TO(Shared.VALID_TO),
  PARENT_CODE(text("上级地区代码", "Code of the parent area")),
  AREA_LEVEL(text("地区级别", "Area level", "province, city, county, zone")),
  NAME_ZH(text("中文名称", "Chinese name")),
  NAME_EN(text("英文名称", "English name")),
  AREA_TYPE(text("地区类型", "Type of area")),
  CITY_CODE(text("市代码", "City code")),
  CITY_NAME_ZH(text("市名称", "City (Chinese)")),
  CITY_NAME_EN(text("市英文名", "City (English)")),
  PROVINCE_CODE(text("省代码", "Province code")),
  PROVINCE_NAME_ZH(text("省名称", "Province (Chinese)")),
  PROVINCE_NAME_EN(text("省英文名", "Province (English)")),
  IS_DEMONSTRATION(flag("虚构地区", "Made-up area")),
  SORT_ORDER(Shared.SORT_ORDER),
  DATA_LABEL(Shared.DATA_LABEL);

  /** The table of these columns. */
  public static final Table TABLE =
      Table.gold("dim_area", "地区维表", "Areas", values()).key(AREA_CODE, VALID_FROM).build();

  private final Meaning meaning;

  DimArea(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}
