package io.junheng.job;

import io.junheng.lake.RunHead;
import java.util.List;
import java.util.Optional;

/** The version of the jar; «development» where classes run from a folder. */
final class CodeVersion {
  private CodeVersion() {}

  static String text() {
    return Optional.ofNullable(CodeVersion.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  /**
   * What is known of a run when it begins.
   *
   * @param command name and arguments as typed
   * @param confDigest empty text where no definitions could be read
   */
  static RunHead head(RunId id, List<String> command, String confDigest) {
    return new RunHead(
        id.text(),
        command.isEmpty() ? "" : command.get(0),
        command.stream().skip(1).toList(),
        text(),
        confDigest);
  }
}
