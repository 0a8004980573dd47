package io.junheng.job;

import io.junheng.intake.check.RowStore;
import io.junheng.lake.StagedFile;
import io.junheng.lake.Staging;
import java.io.IOException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/** Takes the good rows of deliveries to the folder of their silver table, uncommitted. */
record SilverStore(Staging staging) implements RowStore<StagedFile> {
  @Override
  public StructType columns() {
    return staging.columns();
  }

  @Override
  public Part<StagedFile> open(int period, String county) {
    return new FilePart(staging.open(period, county));
  }

  private record FilePart(Staging.Part part) implements Part<StagedFile> {
    @Override
    public void write(InternalRow row) {
      part.write(row);
    }

    @Override
    public StagedFile finish() throws IOException {
      return part.finish();
    }

    @Override
    public void abandon() throws IOException {
      part.abandon();
    }
  }
}
