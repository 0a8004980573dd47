package io.junheng.testing;

import io.junheng.config.ConfReader;
import io.junheng.definition.Catalogue;
import java.nio.file.Path;

/** The definitions that are shipped, read once for all tests. */
public final class ShippedConf {
  private static final Catalogue CATALOGUE =
      new ConfReader(Path.of("conf")).read().catalogue().orElseThrow();

  private ShippedConf() {}

  /** All of them. */
  public static Catalogue catalogue() {
    return CATALOGUE;
  }
}
