package io.junheng.config;

import io.junheng.definition.Text;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.Node;

/** The files of one {@code conf/} directory, read with the places of their values. */
final class ConfFiles {
  /** What a file is about; the folder says it. */
  enum Kind {
    STAGES,
    AREAS,
    CODES,
    CONTRACTS,
    MEASURES,
    INDICATORS,
    FRAMEWORKS,
    CALENDAR,
    DIALECTS,
    ENV;

    String folder() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A file of the directory. */
  record ConfFile(Kind kind, Path path, String name) {
    boolean isCsv() {
      return name.endsWith(".csv");
    }
  }

  private final Path conf;
  private final Problems problems;
  private final List<ConfFile> files = new ArrayList<>();
  private final Set<Kind> broken = EnumSet.noneOf(Kind.class);

  ConfFiles(Path conf, Problems problems) {
    this.conf = conf;
    this.problems = problems;
  }

  /** Lists the directory; a file of no kind is a problem, save hidden files, Markdown, Spark's. */
  void list() {
    try (Stream<Path> found = Files.walk(conf)) {
      found.filter(Files::isRegularFile).sorted().forEach(this::sort);
    } catch (IOException | UncheckedIOException e) {
      problems.add(
          new Place(nameOf(conf), 1, 1),
          ProblemCode.CONF_MISSING,
          Cure.of("请用 --conf 指定目录", "Name the directory with --conf"),
          nameOf(conf));
    }
  }

  private void sort(Path path) {
    Path inside = conf.relativize(path);
    String file = path.getFileName().toString();
    if (file.startsWith(".") || file.endsWith(".md") || isOfSpark(inside, file)) {
      return;
    }
    for (Kind kind : Kind.values()) {
      if (isOf(kind, inside, file)) {
        files.add(new ConfFile(kind, path, nameOf(path)));
        return;
      }
    }
    Text cure =
        Cure.of(
            "可用:stages.yaml、calendar.yaml、areas/*.csv,以及 codes、contracts、measures、indicators、frameworks、dialects、env 下的 *.yaml",
            "Known: stages.yaml, calendar.yaml, areas/*.csv, and *.yaml in codes, contracts, measures, indicators, frameworks, dialects, env");
    problems.add(
        new Place(nameOf(path), 1, 1),
        ProblemCode.UNKNOWN_FILE,
        cure,
        inside.toString().replace('\\', '/'));
  }

  /** How Spark is started is no definition: it is spark-submit that reads these. */
  private static boolean isOfSpark(Path inside, String file) {
    return inside.getNameCount() == 2 && inside.startsWith("spark") && file.endsWith(".conf");
  }

  private static boolean isOf(Kind kind, Path inside, String file) {
    return switch (kind) {
      case STAGES, CALENDAR -> inside.toString().equals(kind.folder() + ".yaml");
      case AREAS -> inFolder(kind, inside) && file.endsWith(".csv");
      default -> inFolder(kind, inside) && file.endsWith(".yaml");
    };
  }

  private static boolean inFolder(Kind kind, Path inside) {
    return inside.getNameCount() == 2 && inside.startsWith(kind.folder());
  }

  static String nameOf(Path path) {
    return path.toString().replace('\\', '/');
  }

  List<ConfFile> of(Kind kind) {
    return files.stream().filter(file -> file.kind() == kind).toList();
  }

  /** The YAML documents of all files of a kind. */
  List<Value> documents(Kind kind) {
    return of(kind).stream().flatMap(file -> documents(file).stream()).toList();
  }

  /** The YAML documents of one file; none if it is not YAML. */
  List<Value> documents(ConfFile file) {
    List<Value> documents = new ArrayList<>();
    String text = read(file);
    try {
      Yaml yaml = new Yaml(new LoaderOptions());
      for (Event event : yaml.parse(new StringReader(text))) {
        if (event instanceof AliasEvent) {
          syntax(file, event.getStartMark(), "an alias; aliases are not part of the language");
          return List.of();
        }
      }
      for (Node node : yaml.composeAll(new StringReader(text))) {
        documents.add(new Value(node, file.name()));
      }
    } catch (MarkedYAMLException e) {
      syntax(file, e.getProblemMark(), e.getProblem());
    } catch (YAMLException e) {
      syntax(file, null, e.getMessage());
    }
    return documents.stream().filter(document -> !document.isNull()).toList();
  }

  /** The kinds of which a file could not be read. */
  Set<Kind> broken() {
    return broken;
  }

  private void syntax(ConfFile file, Mark mark, String message) {
    broken.add(file.kind());
    Place place =
        mark == null
            ? new Place(file.name(), 1, 1)
            : new Place(file.name(), mark.getLine() + 1, mark.getColumn() + 1);
    problems.add(place, ProblemCode.YAML_SYNTAX, Cure.NONE, message);
  }

  /** The text of a file, without a byte order mark; bytes that are not UTF-8 are a problem. */
  String read(ConfFile file) {
    byte[] bytes = bytes(file);
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0) {
      problems.add(
          new Place(file.name(), 1, 1),
          file.isCsv() ? ProblemCode.CSV_SYNTAX : ProblemCode.YAML_SYNTAX,
          Cure.of("请以 UTF-8 保存", "Save it as UTF-8"),
          Cure.of("不是 UTF-8", "it is not UTF-8"));
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static byte[] bytes(ConfFile file) {
    try {
      return Files.readAllBytes(file.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * SHA-256 over names and contents of all files that can change a result: where tables lie, how
   * databases write and when deliveries are due cannot.
   */
  String digest() {
    return digest(EnumSet.of(Kind.ENV, Kind.DIALECTS, Kind.CALENDAR));
  }

  /** The same without the frameworks: what measures and indicators rest on. */
  String digestOfFigures() {
    return digest(EnumSet.of(Kind.ENV, Kind.DIALECTS, Kind.CALENDAR, Kind.FRAMEWORKS));
  }

  private String digest(Set<Kind> without) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (ConfFile file : files) {
        if (!without.contains(file.kind())) {
          digest.update(nameOf(conf.relativize(file.path())).getBytes(StandardCharsets.UTF_8));
          digest.update((byte) 0);
          digest.update(bytes(file));
          digest.update((byte) 0);
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
