package io.junheng.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.utils.FileStatus;
import io.junheng.definition.Period;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Tuple2;

/**
 * Rows of several tables of silver, of which all rows of a county come to one task: each task reads
 * the files of its counties, table after table, and nothing is moved.
 *
 * @param counties whose rows are read, by the period under which they are told
 * @param tasks over which counties are spread
 */
record SideBySide(
    SparkSession spark, Map<Period, ? extends Collection<String>> counties, int tasks) {
  private static final String PERIOD = "period";
  private static final String COUNTY = Staging.COUNTY_CODE;

  /** A county in the period under which its rows are told. */
  private record Place(int period, UTF8String county) implements Serializable {}

  /**
   * How a table is read.
   *
   * @param isByCounty whether files hold rows of one county alone: only those of a task's counties
   *     are named to it
   */
  private record Reading(FileRows<InternalRow> reader, int countyAt, boolean isByCounty)
      implements Serializable {
    Iterator<InternalRow> rows(List<FileRows.DataFile> files, Set<Place> places) {
      return reader.read(
          files.iterator(),
          row ->
              isByCounty
                  || places.contains(
                      new Place(row.getInt(countyAt + 1), row.getUTF8String(countyAt))));
    }
  }

  /** Counties that one task reads, and the files of each table that may have rows of them. */
  private record Share(HashSet<Place> places, ArrayList<ArrayList<FileRows.DataFile>> files)
      implements Serializable {
    ArrayList<Iterator<InternalRow>> rows(List<Reading> tables) {
      ArrayList<Iterator<InternalRow>> rows = new ArrayList<>();
      for (int i = 0; i < tables.size(); i++) {
        rows.add(tables.get(i).rows(files.get(i), places));
      }
      return rows;
    }
  }

  /** For each of Spark's partitions, the rows of the tables in their order. */
  JavaRDD<? extends List<Iterator<InternalRow>>> read(
      List<CountyRows> tables, List<KernelTable> stored) {
    List<Share> shares = IntStream.range(0, tasks).mapToObj(this::share).toList();
    ArrayList<Reading> readings = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      readings.add(reading(tables.get(i)));
      spread(tables.get(i), stored.get(i), shares);
    }
    // Readers travel with the code of the job, once, not with each task's share.
    JavaRDD<ArrayList<Iterator<InternalRow>>> all =
        new JavaSparkContext(spark.sparkContext())
            .parallelize(shares, tasks)
            .map(share -> share.rows(readings));
    for (int i = 0; i < tables.size(); i++) {
      if (!stored.get(i).isPlain()) {
        int place = i;
        all =
            all.zipPartitions(
                moved(tables.get(i), stored.get(i)),
                (rows, moved) -> {
                  ArrayList<Iterator<InternalRow>> ofTask = rows.next();
                  ofTask.set(place, moved);
                  return List.of(ofTask).iterator();
                });
      }
    }
    return all;
  }

  private Share share(int task) {
    HashSet<Place> places = new HashSet<>();
    counties.forEach(
        (period, codes) ->
            codes.stream()
                .map(UTF8String::fromString)
                .filter(code -> taskOf(code, tasks) == task)
                .forEach(code -> places.add(new Place(period.number(), code))));
    return new Share(places, new ArrayList<>());
  }

  private static int taskOf(UTF8String county, int tasks) {
    return Math.floorMod(county.toString().hashCode(), tasks);
  }

  private Reading reading(CountyRows asked) {
    boolean isByCounty = isByCounty(asked);
    StructType all = new StructType();
    for (String column : asked.columns()) {
      all = all.add(asked.table().schema().apply(column));
    }
    int countyAt = all.fieldIndex(COUNTY);
    int inFiles = isByCounty ? countyAt : countyAt + 1;
    FileRows<InternalRow> reader =
        FileRows.of(
            spark,
            new StructType(Arrays.copyOf(all.fields(), inFiles)),
            new StructType(Arrays.copyOfRange(all.fields(), inFiles, all.size())));
    return new Reading(reader, countyAt, isByCounty);
  }

  private static boolean isByCounty(CountyRows asked) {
    return asked.table().partitionBy().contains(COUNTY);
  }

  /** Names the files of a table to the tasks; none where files do not tell the rows. */
  private static void spread(CountyRows asked, KernelTable table, List<Share> shares) {
    boolean isByCounty = isByCounty(asked);
    shares.forEach(share -> share.files().add(new ArrayList<>()));
    if (!table.isPlain()) {
      return;
    }
    for (io.delta.kernel.data.Row file :
        table.files(values -> asked.told().containsKey(Period.parse(values.get(PERIOD))))) {
      Map<String, String> folders = InternalScanFileUtils.getPartitionValues(file);
      int period = asked.told().get(Period.parse(folders.get(PERIOD))).number();
      UTF8String county = UTF8String.fromString(folders.get(COUNTY));
      FileStatus status = InternalScanFileUtils.getAddFileStatus(file);
      FileRows.DataFile one =
          new FileRows.DataFile(
              status.getPath(),
              status.getSize(),
              status.getModificationTime(),
              isByCounty ? new Object[] {county, period} : new Object[] {period});
      for (Share share : shares) {
        if (isByCounty
            ? share.places().contains(new Place(period, county))
            : share.places().stream().anyMatch(place -> place.period() == period)) {
          share.files().get(share.files().size() - 1).add(one);
        }
      }
    }
  }

  /** The rows of a table whose rows are not those of its files alone. */
  private JavaRDD<InternalRow> moved(CountyRows asked, KernelTable table) {
    Dataset<Row> rows =
        spark
            .read()
            .format("delta")
            .option("versionAsOf", table.version())
            .load(table.path().toString());
    Column period = functions.expr("CAST(NULL AS INT)");
    Column isWanted = lit(false);
    for (Map.Entry<Period, Period> one : asked.told().entrySet()) {
      Column isStored = col(PERIOD).equalTo(one.getKey().number());
      Collection<String> codes = counties.get(one.getValue());
      period = functions.when(isStored, lit(one.getValue().number())).otherwise(period);
      isWanted = isWanted.or(isStored.and(col(COUNTY).isin(codes.toArray())));
    }
    Column told = period;
    TreeSet<String> present = new TreeSet<>(Arrays.asList(rows.columns()));
    Column[] columns =
        asked.columns().stream()
            .map(
                name ->
                    name.equals(PERIOD)
                        ? told.as(PERIOD)
                        : present.contains(name)
                            ? col(name)
                            : lit(null)
                                .cast(asked.table().schema().apply(name).dataType())
                                .as(name))
            .toArray(Column[]::new);
    int countyAt = asked.columns().indexOf(COUNTY);
    int parts = tasks;
    return rows.where(isWanted)
        .select(columns)
        .queryExecution()
        .toRdd()
        .toJavaRDD()
        .mapToPair(row -> new Tuple2<>(taskOf(row.getUTF8String(countyAt), parts), row.copy()))
        .partitionBy(new HashPartitioner(parts))
        .values();
  }
}
