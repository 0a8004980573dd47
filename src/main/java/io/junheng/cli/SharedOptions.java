package io.junheng.cli;

import io.junheng.definition.Language;
import io.junheng.definition.Period;
import io.junheng.job.RunId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The options that every command takes, before or after its name. What is not given is null here
 * because picocli fills the fields; the methods say what stands in for it.
 */
final class SharedOptions {
  @Option(names = "--conf", paramLabel = "DIR", scope = ScopeType.INHERIT)
  private Path conf;

  @Option(names = "--lake", paramLabel = "DIR", scope = ScopeType.INHERIT)
  private String lake;

  @Option(names = "--landing", paramLabel = "DIR", scope = ScopeType.INHERIT)
  private String landing;

  @Option(
      names = "--period",
      paramLabel = "P",
      split = ",",
      splitSynopsisLabel = ",",
      scope = ScopeType.INHERIT)
  private final List<Period> periods = new ArrayList<>();

  @Option(names = "--env", paramLabel = "NAME", scope = ScopeType.INHERIT)
  private String env;

  @Option(names = "--set", paramLabel = "key=value", scope = ScopeType.INHERIT)
  private final Map<String, String> settings = new LinkedHashMap<>();

  @Option(names = FirstLook.LANGUAGE, paramLabel = "zh|en", scope = ScopeType.INHERIT)
  private Language lang;

  @Option(names = "--json", scope = ScopeType.INHERIT)
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT)
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT)
  private boolean verbose;

  @Option(names = "--run-id", paramLabel = "ID", scope = ScopeType.INHERIT)
  private String runId;

  @Option(names = "--log", paramLabel = "lines|json", scope = ScopeType.INHERIT)
  private LogForm log;

  // Read by picocli alone, which shows the help by itself.
  @SuppressWarnings("UnusedVariable")
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT)
  private boolean help;

  /** {@code --conf}, the variable JUNHENG_CONF, or {@code conf} here. */
  Path conf(Terminal terminal) {
    String usual = terminal.environment().getOrDefault("JUNHENG_CONF", "");
    return conf != null ? conf : Path.of(usual.isEmpty() ? "conf" : usual);
  }

  Optional<String> lake() {
    return Optional.ofNullable(lake);
  }

  Optional<String> landing() {
    return Optional.ofNullable(landing);
  }

  List<Period> periods() {
    return List.copyOf(periods);
  }

  /** What the run is to be known by; empty: one is made. */
  Optional<RunId> runId() {
    return Optional.ofNullable(runId).map(RunId::new);
  }

  String environment() {
    return env == null ? "local" : env;
  }

  /** Takes a command's own option for a setting. */
  void set(String key, String value) {
    settings.put(key, value);
  }

  /** What was typed with {@code --set}, in its order. */
  Map<String, String> settings() {
    return settings;
  }

  Language language(Terminal terminal) {
    return lang == null ? terminal.language() : lang;
  }

  boolean isJson() {
    return json;
  }

  LogForm logForm() {
    return log == null ? LogForm.LINES : log;
  }

  Screen.Volume volume() {
    if (quiet) {
      return Screen.Volume.QUIET;
    }
    return verbose ? Screen.Volume.LOUD : Screen.Volume.USUAL;
  }

  /** What must be known before the line is understood, or mistakes could not be told by it. */
  static final class FirstLook {
    static final String LANGUAGE = "--lang";
    private static final String LOG = "--log";

    private FirstLook() {}

    static Optional<Language> language(String... arguments) {
      return find(LANGUAGE, arguments)
          .flatMap(
              word ->
                  switch (word) {
                    case "zh" -> Optional.of(Language.ZH);
                    case "en" -> Optional.of(Language.EN);
                    default -> Optional.empty();
                  });
    }

    static LogForm logForm(String... arguments) {
      return find(LOG, arguments).filter("json"::equals).isPresent() ? LogForm.JSON : LogForm.LINES;
    }

    private static Optional<String> find(String name, String... arguments) {
      for (int i = 0; i < arguments.length; i++) {
        if (arguments[i].startsWith(name + "=")) {
          return Optional.of(arguments[i].substring(name.length() + 1).toLowerCase(Locale.ROOT));
        }
        if (arguments[i].equals(name) && i + 1 < arguments.length) {
          return Optional.of(arguments[i + 1].toLowerCase(Locale.ROOT));
        }
      }
      return Optional.empty();
    }
  }
}
