package io.junheng.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.junheng.definition.Audience;
import io.junheng.definition.Language;
import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.job.LogFile;
import io.junheng.job.Outcome;
import io.junheng.job.PastRuns;
import io.junheng.job.ReleaseChoice;
import io.junheng.job.RunId;
import io.junheng.release.ReleaseId;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * The command line: {@code junheng COMMAND …}. Holds what the commands share: the options, the
 * screen, the log file.
 */
@Command(
    name = "junheng",
    subcommands = {
      ValidateCommand.class,
      SampleCommand.class,
      IngestCommand.class,
      ComputeCommand.class,
      RunCommand.class,
      SubmissionsCommand.class,
      RetractCommand.class,
      RekeyCommand.class,
      ArchiveCommand.class,
      LeagueCommand.class,
      ExplainCommand.class,
      CompareCommand.class,
      LineageCommand.class,
      SignoffCommand.class,
      VerifyCommand.class,
      ObjectionCommand.class,
      ReleaseCommand.class,
      ExportCommand.class,
      PlanCommand.class,
      BackfillCommand.class,
      RetryCommand.class,
      MaintainCommand.class,
      BackupCommand.class,
      RunsCommand.class,
      StatusCommand.class,
      ReportCommand.class,
      CancelCommand.class,
      PublishCommand.class,
      TablesCommand.class,
      DemoCommand.class,
      VersionCommand.class,
      HelpCommand.class
    })
public final class Junheng implements Callable<Integer> {
  @Mixin private final SharedOptions options = new SharedOptions();

  private final Terminal terminal;
  private final Interruption interruption;
  private List<String> typed = List.of();
  private Screen screen;
  private LogFile logFile;
  private RunId runId;
  private BiConsumer<Outcome, Text> unbegun = (outcome, why) -> {};

  Junheng(Terminal terminal, Interruption interruption) {
    this.terminal = terminal;
    this.interruption = interruption;
  }

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Interruption interruption = new Interruption();
    interruption.listen();
    int exitCode = new Junheng(Terminal.ofProcess(), interruption).execute(arguments);
    interruption.workIsDone();
    System.exit(exitCode);
  }

  /** Runs one command and tells its exit code. Nothing is thrown. */
  int execute(String... arguments) {
    typed = List.of(arguments);
    Language language = SharedOptions.FirstLook.language(arguments).orElseGet(terminal::language);
    Failures failures = new Failures(this);
    try {
      return commandLine(language, failures).execute(arguments);
    } catch (RuntimeException | Error failure) {
      return failures.failed(failure);
    } finally {
      screen().close();
    }
  }

  private CommandLine commandLine(Language language, Failures failures) {
    CommandLine line =
        new CommandLine(this)
            .setResourceBundle(help(language))
            .setOut(new PrintWriter(terminal.out(), true, UTF_8))
            .setErr(new PrintWriter(terminal.err(), true, UTF_8))
            .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
            .setUsageHelpWidth(Math.min(terminal.width(), 110))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .registerConverter(Period.class, typed -> understood(typed, Period::parse))
            .registerConverter(Audience.class, typed -> understood(typed, Audience::parse))
            .registerConverter(ReleaseId.class, typed -> understood(typed, ReleaseId::parse))
            .registerConverter(
                ReleaseChoice.class, typed -> understood(typed, ReleaseChoice::parse))
            .setParameterExceptionHandler(
                (mistake, typed) ->
                    failures.usage(mistake, language, SharedOptions.FirstLook.logForm(typed)))
            .setExecutionExceptionHandler((failure, command, parsed) -> failures.failed(failure));
    HelpSections.arrange(line, help(language));
    return line;
  }

  private static <T> T understood(String typed, Function<String, T> parse) {
    try {
      return parse.apply(typed);
    } catch (IllegalArgumentException e) {
      throw new CommandLine.TypeConversionException(e.getMessage());
    }
  }

  /** Help texts; English is the bundle without a suffix. */
  private static ResourceBundle help(Language language) {
    Locale locale = language == Language.ZH ? Locale.CHINESE : Locale.ROOT;
    return ResourceBundle.getBundle(
        "io.junheng.cli.help",
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** Without a command: the help, as a mistake. */
  @Override
  public Integer call() {
    new CommandLine(this).usage(terminal.err());
    return Outcome.CONFIGURATION.exitCode();
  }

  /** The line as it was typed. */
  List<String> typed() {
    return typed;
  }

  SharedOptions options() {
    return options;
  }

  Terminal terminal() {
    return terminal;
  }

  Language language() {
    return options.language(terminal);
  }

  Interruption interruption() {
    return interruption;
  }

  /** The screen as loud as was asked for. */
  Screen screen() {
    if (screen == null) {
      screen = new Screen(terminal, language(), options.volume(), interruption, voice());
    }
    return screen;
  }

  private Voice voice() {
    return options.logForm() == LogForm.JSON
        ? new JsonVoice(terminal.err(), language(), () -> runId().text(), Clock.systemUTC())
        : new LineVoice(terminal, language(), options.volume());
  }

  /**
   * Has a run that ends before it begins leave a state all the same.
   *
   * @param place says where the lake is
   */
  void recordIn(WorkPlace place) {
    String lake = place.lake();
    unbegun =
        (outcome, why) -> {
          if (!LogPlace.isMissing(lake)) {
            new PastRuns(place.spark(), lake).neverBegan(runId(), typed, outcome, why);
          }
        };
  }

  /** The command failed: a run that has no state yet gets one. */
  void failedWith(Outcome outcome, Text why) {
    unbegun.accept(outcome, why);
  }

  /** What the run of this command is known by. */
  RunId runId() {
    if (runId == null) {
      runId = options.runId().orElseGet(() -> RunId.make(Clock.systemUTC()));
    }
    return runId;
  }

  /** The log file, if a command needed one so far. */
  Optional<LogFile> logFile() {
    return Optional.ofNullable(logFile);
  }

  /** Opens the log file, once. */
  LogFile logTo(Path folder) {
    if (logFile == null) {
      LogFile.Detail detail =
          options.volume() == Screen.Volume.LOUD
              ? LogFile.Detail.EVERYTHING
              : LogFile.Detail.WARNINGS;
      logFile =
          options.logForm() == LogForm.JSON
              ? LogFile.openAsJson(
                  LogPlace.in(folder), detail, runId().text(), () -> screen().during().name())
              : LogFile.open(LogPlace.in(folder), detail);
    }
    return logFile;
  }
}
