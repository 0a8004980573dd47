package io.junheng.intake.check;

import io.junheng.definition.Check;
import io.junheng.definition.Column;
import io.junheng.definition.Contract;
import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.intake.check.FileSummary.BrokenRule;
import io.junheng.intake.check.FileVerdict.AreaRows;
import io.junheng.intake.check.FileVerdict.State;
import io.junheng.intake.format.ArchivedFile;
import io.junheng.intake.format.FileFinding;
import io.junheng.intake.format.Level;
import io.junheng.intake.format.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Decides from the summaries which files are taken. */
final class JudgeFiles {
  private final Contract contract;
  private final CheckDelivery check;
  private final Map<String, RowRule> rules;

  JudgeFiles(Contract contract) {
    this.contract = contract;
    this.check = new CheckDelivery(contract);
    this.rules = check.rules().stream().collect(Collectors.toMap(RowRule::id, rule -> rule));
  }

  List<FileVerdict> apply(List<ArchivedFile> files, List<? extends FileSummary<?>> summaries) {
    Map<Integer, FileSummary<?>> byFile = new HashMap<>();
    summaries.forEach(summary -> byFile.put(summary.file(), summary));
    List<FileVerdict> verdicts =
        IntStream.range(0, files.size()).mapToObj(i -> judge(files.get(i), byFile.get(i))).toList();
    return verdicts.stream().map(verdict -> withParts(verdict, verdicts)).toList();
  }

  private FileVerdict judge(ArchivedFile file, FileSummary<?> summary) {
    String name = file.delivered().name();
    List<FileFinding> findings = new ArrayList<>();
    summary.findings().forEach(finding -> findings.add(ofReader(finding, name)));
    findings.addAll(ofConditions(name, summary));
    tooManyRejected(name, summary.rows(), summary.rejected()).forEach(findings::add);
    List<AreaRows> areas = areas(summary);
    return new FileVerdict(
        file,
        stateOf(findings),
        summary.rows(),
        summary.rejected(),
        areas.isEmpty() ? folder(file) : areas,
        findings);
  }

  private static State stateOf(List<FileFinding> findings) {
    boolean refused =
        findings.stream()
            .anyMatch(f -> f.level() == Level.REFUSED || f.level() == Level.UNREADABLE);
    if (refused) {
      return State.REFUSED;
    }
    boolean faultless = findings.stream().allMatch(finding -> finding.level() == Level.NOTE);
    return faultless ? State.ACCEPTED : State.ACCEPTED_WITH_WARNINGS;
  }

  private FileFinding ofReader(FileFinding found, String file) {
    return new FileFinding(
        found.rule(),
        file,
        found.column(),
        isReferenceOfFile(found.rule(), found.column()) ? Level.REFUSED : found.level(),
        found.checked(),
        found.failed(),
        found.examples(),
        found.message());
  }

  /** Whether one value that refers to nothing is enough to refuse the file. */
  private boolean isReferenceOfFile(String rule, String column) {
    return rule.equals(Rule.UNKNOWN_REFERENCE.code())
        && contract
            .column(column)
            .flatMap(Column::references)
            .filter(reference -> reference.level() == Check.Level.FILE)
            .isPresent();
  }

  /** What the contract's conditions found. */
  private List<FileFinding> ofConditions(String file, FileSummary<?> summary) {
    List<FileFinding> findings = new ArrayList<>();
    long rows = summary.rows();
    for (BrokenRule broken : summary.broken()) {
      RowRule rule = rules.get(broken.id());
      findings.add(
          new FileFinding(
              rule.id(),
              file,
              rule.column(),
              exceeds(rule, broken.failed(), rows) ? Level.REFUSED : rule.level(),
              rows,
              broken.failed(),
              broken.first().stream().map(String::valueOf).toList(),
              message(rule, broken.failed(), rows)));
    }
    for (Check condition : check.fileChecks()) {
      if (summary.unmet().contains(condition.id())) {
        findings.add(
            new FileFinding(
                condition.id(), file, "", Level.REFUSED, rows, 0, List.of(), condition.message()));
      }
    }
    return findings;
  }

  private static boolean exceeds(RowRule rule, long failed, long rows) {
    return rule.refuseAbove().filter(most -> most.isExceeded(failed, rows)).isPresent();
  }

  private static Text message(RowRule rule, long failed, long rows) {
    if (!exceeds(rule, failed, rows)) {
      return rule.message();
    }
    Text allowed = rule.refuseAbove().orElseThrow().allowed();
    return new Text(
        "%s(%d行,超过允许的%s)".formatted(rule.message().zh(), failed, allowed.zh()),
        "%s (%d rows, more than the %s allowed)"
            .formatted(rule.message().en(), failed, allowed.en()));
  }

  private List<FileFinding> tooManyRejected(String file, long read, long rejected) {
    if (!contract.rejected().isExceeded(rejected, read)) {
      return List.of();
    }
    Text allowed = contract.rejected().allowed();
    Rule rule = Rule.TOO_MANY_REJECTED;
    return List.of(
        new FileFinding(
            rule.code(),
            file,
            "",
            rule.level(),
            read,
            rejected,
            List.of(),
            new Text(
                rule.message(read, rejected, allowed.zh()).zh(),
                rule.message(read, rejected, allowed.en()).en())));
  }

  private List<AreaRows> areas(FileSummary<?> summary) {
    return summary.places().stream()
        .filter(place -> isPeriod(place.period()))
        .map(
            place ->
                new AreaRows(
                    new Period(place.period()), place.area(), place.rows(), place.rejected()))
        .sorted(Comparator.comparing(AreaRows::period).thenComparing(AreaRows::area))
        .toList();
  }

  private boolean isPeriod(int number) {
    try {
      return new Period(number).type() == contract.periodType();
    } catch (IllegalArgumentException notAPeriod) {
      return false;
    }
  }

  /** A file without rows still speaks of its folder. */
  private static List<AreaRows> folder(ArchivedFile file) {
    return file
        .delivered()
        .period()
        .flatMap(period -> file.delivered().county().map(area -> new AreaRows(period, area, 0, 0)))
        .stream()
        .toList();
  }

  /**
   * A delivery replaces as a whole: where one of its files is refused, the others must not stand
   * for all.
   */
  private static FileVerdict withParts(FileVerdict verdict, List<FileVerdict> all) {
    if (verdict.isRefused() || verdict.file().delivered().period().isEmpty()) {
      return verdict;
    }
    return all.stream()
        .filter(other -> other.isRefused() && isSameDelivery(verdict, other))
        .findFirst()
        .map(other -> refusedWith(verdict, other))
        .orElse(verdict);
  }

  private static boolean isSameDelivery(FileVerdict one, FileVerdict other) {
    return one.file().delivered().period().equals(other.file().delivered().period())
        && one.file().delivered().county().equals(other.file().delivered().county());
  }

  private static FileVerdict refusedWith(FileVerdict verdict, FileVerdict other) {
    Rule rule = Rule.PART_REFUSED;
    List<FileFinding> findings = new ArrayList<>(verdict.findings());
    findings.add(
        new FileFinding(
            rule.code(),
            verdict.file().delivered().name(),
            "",
            rule.level(),
            0,
            0,
            List.of(),
            rule.message(other.file().delivered().name())));
    return new FileVerdict(
        verdict.file(),
        State.REFUSED,
        verdict.rowsRead(),
        verdict.rowsRejected(),
        verdict.areas(),
        findings);
  }
}
