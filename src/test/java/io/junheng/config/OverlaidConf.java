package io.junheng.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The small valid {@code conf/} of the tests with some files more, in a folder of its own. */
final class OverlaidConf {
  static final Path SMALL = Path.of("src/test/resources/conf/small");

  private final Path root;

  private OverlaidConf(Path root) {
    this.root = root;
  }

  static OverlaidConf in(Path folder) {
    OverlaidConf conf = new OverlaidConf(folder.resolve("conf"));
    conf.add(SMALL);
    return conf;
  }

  /** Copies files over those that are there; text files beside them are the test's own and stay. */
  OverlaidConf add(Path files) {
    try (Stream<Path> found = Files.walk(files)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        if (!file.toString().endsWith(".txt")) {
          Path target = root.resolve(files.relativize(file).toString());
          Files.createDirectories(target.getParent());
          Files.write(target, Files.readAllBytes(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  OverlaidConf write(String file, String text) {
    try {
      Files.createDirectories(root.resolve(file).getParent());
      Files.writeString(root.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  Path root() {
    return root;
  }

  List<Problem> problems() {
    return new ConfReader(root).read().problems();
  }

  /** Problems as they are printed, with paths as a user at the root would see them. */
  List<String> lines(List<Problem> problems, io.junheng.definition.Language language) {
    String prefix = ConfFiles.nameOf(root);
    return problems.stream().map(p -> p.in(language).replace(prefix, "conf")).toList();
  }
}
