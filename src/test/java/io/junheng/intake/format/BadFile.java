package io.junheng.intake.format;

/**
 * A file that must end in a finding of its own.
 *
 * @param name what is wrong with it
 * @param rule code of the finding
 * @param level how grave it is
 */
record BadFile(String name, byte[] bytes, String rule, Level level) {
  @Override
  public String toString() {
    return name;
  }
}
