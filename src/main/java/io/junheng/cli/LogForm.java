package io.junheng.cli;

/** How is told what happens, on the error stream and in the log file. */
enum LogForm {
  /** Lines for people. */
  LINES,
  /** One JSON object a line, for collectors of logs. */
  JSON
}
