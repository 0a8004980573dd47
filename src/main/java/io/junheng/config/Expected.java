package io.junheng.config;

import io.junheng.definition.Text;

/** What an expression must give. */
enum Expected {
  CONDITION("布尔条件", "a condition"),
  /** A condition over aggregates of a file's rows. */
  FILE_CONDITION("布尔条件", "a condition"),
  NUMBER("数值", "a number"),
  /** Something that can be ordered and compared. */
  VALUE("值", "a value");

  private final String zh;
  private final String en;

  Expected(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  Text title() {
    return new Text(zh, en);
  }
}
