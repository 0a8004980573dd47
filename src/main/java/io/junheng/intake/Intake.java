package io.junheng.intake;

import io.junheng.definition.Contract;
import io.junheng.intake.check.CheckedDelivery;
import io.junheng.intake.format.ArchivedFile;
import io.junheng.intake.format.ReadDeliveries;
import io.junheng.intake.format.ReferenceKeys;
import java.util.List;

/**
 * The way of delivered files into the lake. A job goes through it in one pass where good rows can
 * be stored while they are checked, else in two; files with rows set aside are read once more:
 *
 * <pre>{@code
 * CheckedDelivery all = intake.check(contract, archivedFiles);
 * List<FileVerdict> verdicts = all.verdicts(all.summaries(rowStore).collect());
 * Dataset<Row> rejected = intake.check(contract, filesWithRowsSetAside).rejected(runId, verdicts);
 * }</pre>
 *
 * <p>Nothing is read before an action asks for it. The same files give the same rows however they
 * are spread over tasks.
 */
public record Intake(ReadDeliveries reading) {
  /** The same way, with keys that columns may refer to. */
  public Intake referringTo(ReferenceKeys references) {
    return new Intake(
        new ReadDeliveries(reading.spark(), reading.catalogue(), reading.key(), references));
  }

  /** The files of a contract, to be read and checked. */
  public CheckedDelivery check(Contract contract, List<ArchivedFile> files) {
    return new CheckedDelivery(contract, files, reading.rows(contract, files));
  }
}
