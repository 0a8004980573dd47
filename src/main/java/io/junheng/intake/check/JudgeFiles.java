package io.junheng.intake.check;

import io.junheng.definition.Check;
import io.junheng.definition.Column;
import io.junheng.definition.Contract;
import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.intake.check.FileVerdict.AreaRows;
import io.junheng.intake.check.FileVerdict.State;
import io.junheng.intake.format.ArchivedFile;
import io.junheng.intake.format.FileFinding;
import io.junheng.intake.format.Level;
import io.junheng.intake.format.RawColumns;
import io.junheng.intake.format.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;

/** Decides from the summary which files are taken. Plain Java over a few rows for each file. */
record JudgeFiles(Contract contract) {
  List<FileVerdict> apply(List<ArchivedFile> files, List<Row> summary) {
    Map<Integer, List<Row>> byFile =
        summary.stream()
            .collect(Collectors.groupingBy(row -> row.<Integer>getAs(RawColumns.FILE_NO)));
    List<FileVerdict> verdicts =
        IntStream.range(0, files.size())
            .mapToObj(i -> judge(files.get(i), byFile.getOrDefault(i, List.of())))
            .toList();
    return verdicts.stream().map(verdict -> withParts(verdict, verdicts)).toList();
  }

  private FileVerdict judge(ArchivedFile file, List<Row> groups) {
    String name = file.delivered().name();
    List<FileFinding> findings = new ArrayList<>();
    List<AreaRows> areas = new ArrayList<>();
    long read = 0;
    long rejected = 0;
    for (Row group : groups) {
      boolean ofFile = group.<Integer>getAs(SummariseFiles.WHOLE_FILE) != 0;
      if (group.getAs(RawColumns.FINDINGS) != null) {
        if (ofFile) {
          findings.addAll(fileFindings(name, group));
        }
        continue;
      }
      if (ofFile) {
        read = group.getAs(SummariseFiles.ROWS);
        rejected = group.getAs(SummariseFiles.REJECTED);
        findings.addAll(rowFindings(name, group));
      }
      areas(group).forEach(areas::add);
    }
    tooManyRejected(name, read, rejected).forEach(findings::add);
    if (areas.isEmpty()) {
      folder(file).forEach(areas::add);
    }
    areas.sort(Comparator.comparing(AreaRows::period).thenComparing(AreaRows::area));
    return new FileVerdict(file, stateOf(findings), read, rejected, areas, findings);
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

  /** What the reader found. */
  private List<FileFinding> fileFindings(String file, Row group) {
    List<FileFinding> findings = new ArrayList<>();
    for (Row found : group.<Row>getList(group.fieldIndex(RawColumns.FINDINGS))) {
      String rule = found.getAs("rule");
      String column = found.getAs("column");
      boolean refuses = isReferenceOfFile(rule, column);
      findings.add(
          new FileFinding(
              rule,
              file,
              column == null ? "" : column,
              refuses ? Level.REFUSED : Level.of(found.getAs("level")),
              found.<Long>getAs("checked"),
              found.<Long>getAs("failed"),
              found.getList(found.fieldIndex("examples")),
              new Text(found.getAs("message_zh"), found.getAs("message_en"))));
    }
    return findings;
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
  private List<FileFinding> rowFindings(String file, Row group) {
    List<FileFinding> findings = new ArrayList<>();
    long rows = group.getAs(SummariseFiles.ROWS);
    CheckDelivery check = new CheckDelivery(contract);
    for (RowRule rule : check.rules()) {
      long failed = group.getAs(SummariseFiles.FAILED + rule.id());
      if (failed > 0) {
        findings.add(
            new FileFinding(
                rule.id(),
                file,
                rule.column(),
                exceeds(rule, failed, rows) ? Level.REFUSED : rule.level(),
                rows,
                failed,
                firstRows(group, rule),
                message(rule, failed, rows)));
      }
    }
    for (Check condition : check.fileChecks()) {
      if (Boolean.FALSE.equals(group.getAs(SummariseFiles.HOLDS + condition.id()))) {
        findings.add(
            new FileFinding(
                condition.id(), file, "", Level.REFUSED, rows, 0, List.of(), condition.message()));
      }
    }
    return findings;
  }

  private static List<String> firstRows(Row group, RowRule rule) {
    return group.<Long>getList(group.fieldIndex(SummariseFiles.FIRST + rule.id())).stream()
        .filter(row -> row != FirstRows.NONE)
        .map(String::valueOf)
        .toList();
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

  private List<AreaRows> areas(Row group) {
    boolean isOfArea =
        contract.period().isEmpty() || group.<Integer>getAs(SummariseFiles.WHOLE_FILE) == 0;
    Integer period = group.getAs(CheckDelivery.PERIOD);
    String area = group.getAs(CheckDelivery.AREA);
    if (!isOfArea || period == null || area == null || !isPeriod(period)) {
      return List.of();
    }
    return List.of(
        new AreaRows(
            new Period(period),
            area,
            group.getAs(SummariseFiles.ROWS),
            group.getAs(SummariseFiles.REJECTED)));
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
