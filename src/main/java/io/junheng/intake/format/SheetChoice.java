package io.junheng.intake.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Chooses the sheet of a workbook: the one that the contract names, else the only visible one whose
 * header fits; of several the one that is called like the dataset.
 */
record SheetChoice(Workbook workbook, RowPlan plan) {
  /** A sheet and the header that was found on it. */
  private record Candidate(Workbook.Sheet sheet, Optional<HeaderSearch.Found> header) {
    boolean fits() {
      return header.map(HeaderSearch.Found::fits).orElse(false);
    }

    int columns() {
      return header.map(HeaderSearch.Found::columns).orElse(-1);
    }
  }

  /** The sheet to read. Where none fits, the one that comes closest: its header says why. */
  Workbook.Sheet choose() throws IOException, UnreadableText {
    if (!plan.sheet().isEmpty()) {
      return named();
    }
    List<Candidate> candidates = new ArrayList<>();
    for (Workbook.Sheet sheet : workbook.sheets()) {
      if (sheet.visible()) {
        candidates.add(candidate(sheet));
      }
    }
    List<Candidate> fitting = candidates.stream().filter(Candidate::fits).toList();
    if (fitting.size() > 1) {
      return calledLikeTheDataset(fitting);
    }
    return fitting.stream()
        .findFirst()
        .or(() -> closest(candidates))
        .map(Candidate::sheet)
        .orElseThrow(() -> new UnreadableText(Rule.EMPTY_FILE));
  }

  private Workbook.Sheet named() throws UnreadableText {
    return workbook.sheets().stream()
        .filter(sheet -> normal(sheet).equals(HeaderName.normal(plan.sheet())))
        .findFirst()
        .orElseThrow(
            () -> new UnreadableText(Rule.MISSING_SHEET, plan.sheet(), names(workbook.sheets())));
  }

  private Candidate candidate(Workbook.Sheet sheet) throws IOException, UnreadableText {
    try (LeadingRecords records = new LeadingRecords(workbook.open(sheet))) {
      return new Candidate(sheet, new HeaderSearch(plan).among(records.peek(HeaderSearch.RECORDS)));
    }
  }

  private Workbook.Sheet calledLikeTheDataset(List<Candidate> fitting) throws UnreadableText {
    Set<String> known =
        Stream.of(plan.dataset(), plan.titleZh(), plan.titleEn())
            .map(HeaderName::normal)
            .collect(Collectors.toSet());
    List<Workbook.Sheet> called =
        fitting.stream()
            .map(Candidate::sheet)
            .filter(sheet -> known.contains(normal(sheet)))
            .toList();
    if (called.size() != 1) {
      throw new UnreadableText(
          Rule.SEVERAL_SHEETS,
          names(fitting.stream().map(Candidate::sheet).toList()),
          plan.titleZh() + " / " + plan.dataset());
    }
    return called.get(0);
  }

  private static Optional<Candidate> closest(List<Candidate> candidates) {
    return candidates.stream()
        .reduce((best, other) -> BY_COLUMNS.compare(other, best) > 0 ? other : best);
  }

  private static final Comparator<Candidate> BY_COLUMNS =
      Comparator.comparingInt(Candidate::columns);

  private static String normal(Workbook.Sheet sheet) {
    return HeaderName.normal(sheet.name());
  }

  private static String names(List<Workbook.Sheet> sheets) {
    return sheets.stream().map(sheet -> "'" + sheet.name() + "'").collect(Collectors.joining(", "));
  }
}
