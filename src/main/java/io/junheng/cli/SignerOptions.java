package io.junheng.cli;

import io.junheng.job.Signer;
import picocli.CommandLine.Option;

/** Who does something that has to be answered for, and why. */
final class SignerOptions {
  @Option(names = "--who", paramLabel = "NAME")
  private String who;

  @Option(names = "--why", paramLabel = "TEXT")
  private String why;

  Signer signer() {
    return new Signer(who == null ? "" : who, why == null ? "" : why);
  }
}
