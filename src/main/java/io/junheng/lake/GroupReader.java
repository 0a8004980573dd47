package io.junheng.lake;

import java.io.IOException;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.conf.HadoopParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.MessageType;

/**
 * Reads some columns of a Parquet file with the settings that it is given. Parquet's own builder
 * first reads those of the class path, for each file anew, and that takes longer than a small file.
 */
final class GroupReader extends ParquetReader.Builder<Group> {
  private final Predicate<String> columns;

  GroupReader(Configuration hadoop, Path file, Predicate<String> columns) throws IOException {
    super(HadoopInputFile.fromPath(file, hadoop), new HadoopParquetConfiguration(hadoop));
    this.columns = columns;
  }

  @Override
  protected ReadSupport<Group> getReadSupport() {
    return new GroupReadSupport() {
      @Override
      public ReadContext init(InitContext context) {
        MessageType file = context.getFileSchema();
        return new ReadContext(
            new MessageType(
                file.getName(),
                file.getFields().stream().filter(field -> columns.test(field.getName())).toList()));
      }
    };
  }
}
