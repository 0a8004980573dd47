package io.junheng.intake;

import io.junheng.definition.Contract;
import io.junheng.intake.check.CheckDelivery;
import io.junheng.intake.check.CheckedDelivery;
import io.junheng.intake.format.ArchivedFile;
import io.junheng.intake.format.ReadDeliveries;
import io.junheng.intake.format.ReferenceKeys;
import java.util.List;

/**
 * The way of delivered files into the lake. A job goes through it in three passes, the last two
 * only over what needs them:
 *
 * <pre>{@code
 * CheckedDelivery all = intake.check(contract, archivedFiles);
 * List<FileVerdict> verdicts = all.verdicts(all.summary().collectAsList());
 * Dataset<Row> rejected = intake.check(contract, filesWithRowsSetAside).rejected(runId, verdicts);
 * Dataset<Row> silver = intake.check(contract, acceptedFiles).accepted(idsOfFilesWithRowsSetAside);
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
    return new CheckedDelivery(
        contract, files, new CheckDelivery(contract).apply(reading.rows(contract, files)));
  }
}
