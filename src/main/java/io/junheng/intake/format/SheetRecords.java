package io.junheng.intake.format;

import java.io.IOException;
import java.util.Optional;

/** The records of the one sheet that is read; with them the workbook is closed. */
record SheetRecords(Workbook workbook, Workbook.Sheet chosen, Records records) implements Records {
  /** Chooses the sheet and opens it; closes the workbook where that fails. */
  static SheetRecords open(Workbook workbook, RowPlan plan) throws IOException, UnreadableText {
    try {
      Workbook.Sheet sheet = new SheetChoice(workbook, plan).choose();
      return new SheetRecords(workbook, sheet, workbook.open(sheet));
    } catch (IOException | UnreadableText | RuntimeException e) {
      workbook.close();
      throw e;
    }
  }

  @Override
  public boolean next() throws IOException, UnreadableText {
    return records.next();
  }

  @Override
  public CellRecord record() {
    return records.record();
  }

  @Override
  public Optional<String> sheet() {
    return Optional.of(chosen.name());
  }

  @Override
  public void tell(FileFindings findings) {
    findings.addReadAs(workbook.label(), Rule.READ_AS_WORKBOOK, workbook.label(), chosen.name());
  }

  @Override
  public void close() throws IOException {
    records.close();
    workbook.close();
  }
}
