package io.junheng.sample;

import java.util.Locale;

/** Urban, town or rural, with what that means for the size of a school. */
enum Locality {
  URBAN(1.35),
  TOWN(1.0),
  RURAL(0.6);

  private final double size;

  Locality(double size) {
    this.size = size;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  double size() {
    return size;
  }

  /**
   * The locality at a draw from 0 to 1: districts are mostly urban, counties mostly towns and
   * villages.
   */
  static Locality at(double draw, String areaType) {
    double urban =
        areaType.equals("市辖区") || areaType.equals("功能区")
            ? 0.65
            : areaType.equals("县级市") ? 0.4 : 0.25;
    double rural = areaType.equals("市辖区") ? 0.1 : 0.28;
    return draw < urban ? URBAN : draw < 1 - rural ? TOWN : RURAL;
  }
}
