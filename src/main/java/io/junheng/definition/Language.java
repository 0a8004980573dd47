package io.junheng.definition;

/** The two languages in which every title, unit note and message is kept. */
public enum Language {
  ZH,
  EN
}
