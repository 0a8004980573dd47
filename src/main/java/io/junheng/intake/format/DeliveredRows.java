package io.junheng.intake.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * Spark's way in to delivered files. Not to be named in queries: {@link ReadDeliveries} fills in
 * its one option, the plan of what to read, which holds no values of the files and no key.
 */
public final class DeliveredRows implements TableProvider {
  static final String PLAN = "plan";

  /** What to read: the contract's demands, the schema as JSON, the files. */
  record Plan(RowPlan rows, String schema, List<FilePlan> files) implements Serializable {
    StructType structType() {
      return (StructType) DataType.fromJson(schema);
    }

    /** As one word for an option. */
    String encode() {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(new GZIPOutputStream(bytes))) {
        out.writeObject(this);
      } catch (IOException e) {
        throw new UncheckedIOException("the plan cannot be written", e);
      }
      return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    static Plan decode(String word) {
      byte[] bytes = Base64.getDecoder().decode(word);
      try (ObjectInputStream in =
          new ObjectInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
        return (Plan) in.readObject();
      } catch (IOException | ClassNotFoundException e) {
        throw new IllegalStateException("the plan cannot be read back", e);
      }
    }
  }

  @Override
  public StructType inferSchema(CaseInsensitiveStringMap options) {
    return Plan.decode(options.get(PLAN)).structType();
  }

  @Override
  public Table getTable(
      StructType schema, Transform[] partitioning, Map<String, String> properties) {
    return new DeliveredTable(Plan.decode(new CaseInsensitiveStringMap(properties).get(PLAN)));
  }

  private record DeliveredTable(Plan plan) implements Table, SupportsRead {
    @Override
    public String name() {
      return "delivered " + plan.rows().dataset();
    }

    @Override
    @Deprecated
    public StructType schema() {
      return plan.structType();
    }

    @Override
    public Set<TableCapability> capabilities() {
      return Set.of(TableCapability.BATCH_READ);
    }

    @Override
    public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
      return new DeliveredScan.Builder(plan);
    }
  }
}
