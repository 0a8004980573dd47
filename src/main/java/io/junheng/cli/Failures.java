package io.junheng.cli;

import io.junheng.definition.Language;
import io.junheng.definition.Text;
import io.junheng.job.JobException;
import io.junheng.job.LogFile;
import io.junheng.job.Outcome;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said, and which exit code is given, when a command does not come to its end. */
final class Failures {
  private final Junheng junheng;

  Failures(Junheng junheng) {
    this.junheng = junheng;
  }

  /** A line that cannot be understood. */
  int usage(ParameterException mistake, Language language, LogForm form) {
    PrintStream err = junheng.terminal().err();
    String help = mistake.getCommandLine().getCommandSpec().qualifiedName() + " --help";
    List<String> lines = new ArrayList<>();
    lines.add("✗ " + words(mistake).in(language));
    suggestions(mistake).ifPresent(names -> lines.add(meant(names).in(language)));
    lines.add(new Text("用法见:" + help, "How to use it: " + help).in(language));
    if (form == LogForm.JSON) {
      new JsonVoice(err, language, () -> "", Clock.systemUTC())
          .says(Voice.StepName.NONE, Text.same(String.join(" · ", lines)));
    } else {
      lines.forEach(err::println);
    }
    return Outcome.CONFIGURATION.exitCode();
  }

  private static Optional<String> suggestions(ParameterException mistake) {
    return mistake instanceof UnmatchedArgumentException unmatched
        ? Optional.of(unmatched.getSuggestions())
            .filter(names -> !names.isEmpty())
            .map(names -> String.join(", ", names))
        : Optional.empty();
  }

  private static Text meant(String names) {
    return new Text("是否指:" + names, "Did you mean: " + names);
  }

  private static Text words(ParameterException mistake) {
    String english = mistake.getMessage();
    if (mistake instanceof UnmatchedArgumentException unmatched) {
      String words = String.join(" ", unmatched.getUnmatched());
      return new Text("不认识的参数或命令:" + words, "Unknown argument or command: " + words);
    }
    if (mistake instanceof MissingParameterException) {
      return new Text("缺少必需的参数。" + english, english);
    }
    return new Text("参数有误:" + english, english);
  }

  /** A command that failed. */
  int failed(Throwable failure) {
    if (junheng.interruption().happened()) {
      return Outcome.INTERRUPTED.exitCode();
    }
    return failure instanceof JobException told ? told(told) : bug(failure);
  }

  private int told(JobException failure) {
    junheng.logFile().ifPresent(log -> log.write(failure.text().en(), failure));
    junheng.failedWith(failure.outcome(), failure.text());
    say(failure.outcome(), failure.text());
    junheng
        .logFile()
        .filter(log -> failure.outcome() == Outcome.STORAGE && log.exists())
        .ifPresent(this::sayWhere);
    return failure.outcome().exitCode();
  }

  private int bug(Throwable failure) {
    LogFile log = junheng.logTo(LogPlace.temporary());
    log.write("a bug", failure);
    String kind = failure.getClass().getSimpleName();
    Text place =
        log.exists()
            ? Text.same(log.path().toString())
            : new Text("驱动程序的日志", "the driver's own log");
    Text words =
        new Text(
            "程序缺陷(%s);详情见 %s".formatted(kind, place.zh()),
            "A bug of ours (%s); details in %s".formatted(kind, place.en()));
    junheng.failedWith(Outcome.BUG, words);
    say(Outcome.BUG, words);
    return Outcome.BUG.exitCode();
  }

  private void say(Outcome outcome, Text message) {
    junheng.screen().complain(new Text("✗ " + message.zh(), "✗ " + message.en()));
    if (junheng.options().isJson()) {
      new Json()
          .with("outcome", outcome.name().toLowerCase(Locale.ROOT))
          .with("exit_code", outcome.exitCode())
          .with("message", message.in(junheng.language()))
          .with("log", junheng.logFile().filter(LogFile::exists).map(log -> log.path().toString()))
          .print(junheng.terminal().out());
    }
  }

  private void sayWhere(LogFile log) {
    junheng.screen().complain(new Text("  详情见 " + log.path(), "  Details in " + log.path()));
  }
}
