package io.junheng.intake.format;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Contract;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.hadoop.conf.Configuration;

/**
 * A delivered file's cells as they stand there, and which column of the contract each belongs to:
 * for who shows a sender what is wrong. Ends where the file cannot be read further.
 */
public final class DeliveredCells implements Closeable {
  private static final KeyLocation NO_KEY = new KeyLocation("none");
  private static final int LONGEST = CellText.LONGEST;

  private final RowPlan plan;
  private final Optional<LeadingRecords> records;
  private Optional<HeaderMapping> header = Optional.empty();

  private DeliveredCells(RowPlan plan, Optional<LeadingRecords> records) {
    this.plan = plan;
    this.records = records;
  }

  /** Opens a file; one that cannot be read at all has no rows. */
  public static DeliveredCells open(
      Catalogue catalogue, Contract contract, ArchivedFile file, Configuration hadoop)
      throws IOException {
    FilePlan files = FilePlan.of(0, file);
    RowPlan plan = new RowPlans(catalogue, ReferenceKeys.NONE, List.of(files)).of(contract, NO_KEY);
    DeliveredCells cells = new DeliveredCells(plan, records(files, plan, hadoop));
    cells.findHeader();
    return cells;
  }

  private static Optional<LeadingRecords> records(FilePlan file, RowPlan plan, Configuration hadoop)
      throws IOException {
    try {
      return Optional.of(new LeadingRecords(OpenFile.open(file, plan, hadoop)));
    } catch (UnreadableText e) {
      return Optional.empty();
    }
  }

  private void findHeader() throws IOException {
    if (records.isPresent()) {
      header =
          new HeaderSearch(plan)
              .among(records.get().peek(HeaderSearch.RECORDS))
              .flatMap(found -> found.header().mapping(new FileFindings()));
    }
  }

  /** Moves to the next row that is not blank, the header among them; false at the end. */
  public boolean next() throws IOException {
    try {
      return records.isPresent() && records.get().next();
    } catch (UnreadableText e) {
      return false;
    }
  }

  /** The row at hand, counted from 1 as a spreadsheet does. */
  public long row() {
    return records.orElseThrow().record().row();
  }

  /** The cells of the row at hand. */
  public List<String> cells() {
    return records.orElseThrow().record().texts(LONGEST);
  }

  /** The sheet on which the rows stand; empty for text. */
  public Optional<String> sheet() {
    return records.flatMap(LeadingRecords::sheet);
  }

  /** Where the cells of a column stand, counted from 0; empty where it was not delivered. */
  public OptionalInt fieldOf(String column) {
    for (int i = 0; i < plan.columns().size(); i++) {
      int field = header.isPresent() ? header.get().fieldOfColumn()[i] : -1;
      if (field >= 0 && plan.columns().get(i).name().equals(column)) {
        return OptionalInt.of(field);
      }
    }
    return OptionalInt.empty();
  }

  @Override
  public void close() throws IOException {
    if (records.isPresent()) {
      records.get().close();
    }
  }
}
