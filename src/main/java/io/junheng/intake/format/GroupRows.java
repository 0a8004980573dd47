package io.junheng.intake.format;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.types.StructType;

/** The rows of some files, one file after the other: what one task reads. */
final class GroupRows implements PartitionReader<InternalRow> {
  private final List<FilePlan> files;
  private final Configuration hadoop;
  private final RowReader reader;
  private int nextFile;
  private Optional<FileRows> open = Optional.empty();
  private InternalRow row = InternalRow.empty();

  GroupRows(List<FilePlan> files, RowPlan plan, StructType wanted, Configuration hadoop)
      throws IOException {
    this.files = files;
    this.hadoop = hadoop;
    reader = new RowReader(plan, wanted, plan.key().load(hadoop));
  }

  @Override
  public boolean next() throws IOException {
    while (true) {
      if (open.isEmpty()) {
        if (nextFile == files.size()) {
          return false;
        }
        open = Optional.of(openNext());
      }
      if (open.get().next()) {
        row = open.get().row();
        return true;
      }
      close();
    }
  }

  private FileRows openNext() {
    FilePlan file = files.get(nextFile);
    boolean continues =
        nextFile > 0 && !reader.keyInFiles() && file.isOneDeliveryWith(files.get(nextFile - 1));
    nextFile++;
    reader.openFile(file, continues);
    return new FileRows(file, reader, hadoop);
  }

  @Override
  public InternalRow get() {
    return row;
  }

  @Override
  public void close() throws IOException {
    if (open.isPresent()) {
      open.get().close();
      open = Optional.empty();
    }
  }
}
