package io.junheng.config;

import io.junheng.config.Shape.Scalar;
import io.junheng.definition.DatabaseSource;
import io.junheng.definition.SmallCounts;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads one environment of {@code conf/env}. */
public final class EnvironmentReader {
  private static final String TYPED = "--set";
  private static final String SPARK = "spark.";
  private static final int CONNECTIONS = 4;

  private final Path conf;
  private final Problems problems = new Problems();

  public EnvironmentReader(Path conf) {
    this.conf = conf;
  }

  /**
   * Reads {@code conf/env/NAME.yaml}; call once.
   *
   * @param typed values in place of those of the file, by key; keys that begin with {@code spark.}
   *     are Spark's
   */
  public EnvironmentResult read(String name, Map<String, String> typed) {
    Map<String, Value> settings = new LinkedHashMap<>();
    Optional<Value> file = file(name);
    file.filter(Value::isMapping).ifPresent(value -> put(value, "", settings));
    file.ifPresent(value -> new ShapeCheck(problems).check(value, ConfKinds.ENVIRONMENT, "env"));
    Map<String, String> spark = new LinkedHashMap<>();
    spark(settings, spark);
    typed.forEach((key, value) -> set(key, value, settings, spark));
    Optional<Environment> environment =
        problems.isEmpty() ? environment(file.orElseThrow(), settings, spark) : Optional.empty();
    return new EnvironmentResult(environment, problems.sorted());
  }

  /** The settings by their keys; those within a mapping as {@code mart.url}. */
  private static void put(Value mapping, String prefix, Map<String, Value> settings) {
    mapping
        .entries()
        .forEach(
            (key, value) -> {
              settings.put(prefix + key, value);
              if (value.isMapping() && !key.equals("spark")) {
                put(value, prefix + key + ".", settings);
              }
            });
  }

  private Optional<Value> file(String name) {
    ConfFiles files = new ConfFiles(conf, new Problems());
    files.list();
    ConfFiles readable = new ConfFiles(conf, problems);
    Map<String, ConfFiles.ConfFile> known = new LinkedHashMap<>();
    files
        .of(ConfFiles.Kind.ENV)
        .forEach(
            file -> known.put(file.path().getFileName().toString().replace(".yaml", ""), file));
    if (known.containsKey(name)) {
      return readable.documents(known.get(name)).stream().findFirst();
    }
    problems.add(
        new Place(ConfFiles.nameOf(conf.resolve("env").resolve(name + ".yaml")), 1, 1),
        ProblemCode.UNKNOWN_ENVIRONMENT,
        Cure.nearest(name, known.keySet()),
        name);
    return Optional.empty();
  }

  private static void spark(Map<String, Value> settings, Map<String, String> spark) {
    Optional.ofNullable(settings.get("spark"))
        .filter(Value::isMapping)
        .ifPresent(
            map ->
                map.entries().entrySet().stream()
                    .filter(entry -> entry.getValue().isScalar() && !entry.getValue().isNull())
                    .forEach(entry -> spark.put(entry.getKey(), entry.getValue().text())));
  }

  private void set(
      String key, String value, Map<String, Value> settings, Map<String, String> spark) {
    Place place = new Place(TYPED, 1, 1);
    Optional<Shape> shape = Optional.ofNullable(scalars(ConfKinds.ENVIRONMENT, "").get(key));
    if (key.startsWith(SPARK)) {
      spark.put(key, value);
    } else if (shape.isEmpty()) {
      problems.add(
          place,
          ProblemCode.UNKNOWN_KEY,
          Cure.nearest(key, scalars(ConfKinds.ENVIRONMENT, "").keySet()),
          key,
          ShapeWords.of(ConfKinds.ENVIRONMENT));
    } else {
      Value typed = new Value(scalar(value, shape.get()), TYPED);
      new ShapeCheck(problems).check(typed, shape.get(), key);
      settings.put(key, typed);
    }
  }

  /** What can be typed: single values, and those within a mapping as {@code mart.url}. */
  private static Map<String, Shape> scalars(Keys keys, String prefix) {
    Map<String, Shape> scalars = new LinkedHashMap<>();
    keys.keys()
        .forEach(
            (name, key) -> {
              if (key.shape() instanceof Scalar) {
                scalars.put(prefix + name, key.shape());
              } else if (key.shape() instanceof Keys within) {
                scalars.putAll(scalars(within, prefix + name + "."));
              }
            });
    return scalars;
  }

  private static ScalarNode scalar(String value, Shape shape) {
    boolean isNumber =
        (shape == Scalar.NUMBER || shape == Scalar.WHOLE) && value.matches("-?[0-9.]+");
    return new ScalarNode(
        isNumber ? Tag.FLOAT : Tag.STR, value, Value.START, Value.START, ScalarStyle.PLAIN);
  }

  private Optional<Environment> environment(
      Value file, Map<String, Value> settings, Map<String, String> spark) {
    return new Attempt(problems)
        .at(
            file,
            () ->
                new Environment(
                    settings.get("lake").text(),
                    settings.get("landing").text(),
                    settings.get("key_file").text(),
                    Optional.ofNullable(settings.get("max_rejected_share"))
                        .map(share -> share.number().doubleValue()),
                    Optional.ofNullable(settings.get("shuffle_partitions")).map(Value::whole),
                    spark,
                    smallCounts(settings),
                    mart(settings),
                    databases(settings)))
        .filter(any -> problems.isEmpty());
  }

  private static SmallCounts smallCounts(Map<String, Value> settings) {
    SmallCounts usual = SmallCounts.USUAL;
    return new SmallCounts(
        Optional.ofNullable(settings.get("small_counts.people"))
            .map(Value::whole)
            .orElse(usual.people()),
        Optional.ofNullable(settings.get("small_counts.units"))
            .map(Value::whole)
            .orElse(usual.units()));
  }

  private static Optional<Environment.Mart> mart(Map<String, Value> settings) {
    return Optional.ofNullable(settings.get("mart.url"))
        .map(
            url ->
                new Environment.Mart(
                    url.text(),
                    Optional.ofNullable(settings.get("mart.user")).map(Value::text),
                    Optional.ofNullable(settings.get("mart.password_file")).map(Value::text),
                    Optional.ofNullable(settings.get("mart.driver")).map(Value::text)));
  }

  private List<DatabaseSource> databases(Map<String, Value> settings) {
    return Optional.ofNullable(settings.get("databases"))
        .map(list -> new Attempt(problems).each(list.list(), EnvironmentReader::database))
        .orElse(List.of());
  }

  private static DatabaseSource database(Value value) {
    Optional<String> table = value.find("table").map(Value::text);
    Optional<String> query = value.find("query").map(Value::text);
    if (table.isPresent() == query.isPresent()) {
      throw new IllegalArgumentException("a database names either a table or a query");
    }
    return new DatabaseSource(
        value.require("dataset").text(),
        value.require("url").text(),
        value.require("user").text(),
        value.require("password").text(),
        table
            .<DatabaseSource.Rows>map(DatabaseSource.Table::new)
            .orElseGet(() -> new DatabaseSource.Query(query.orElseThrow())),
        value.find("period").map(Value::text),
        value.find("county").map(Value::text),
        value.find("connections").map(Value::whole).orElse(CONNECTIONS));
  }
}
