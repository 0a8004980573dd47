package io.junheng.job;

import io.junheng.definition.Contract;
import io.junheng.definition.Period;
import io.junheng.intake.check.CheckedDelivery;
import io.junheng.intake.check.FileSummary;
import io.junheng.intake.check.FileVerdict;
import io.junheng.intake.check.RowStore;
import io.junheng.intake.format.ArchivedFile;
import io.junheng.intake.format.DeliveredFormat;
import io.junheng.lake.Lake;
import io.junheng.lake.SilverTable;
import io.junheng.lake.StagedFile;
import io.junheng.lake.StoredTable;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * Good rows from the moment that they are checked to the commit that takes them, so that files are
 * read once: those of people lie in the folder of their table, those of small datasets in memory.
 * Files that mix counties or periods, and large datasets that are not of people, are read again.
 */
final class TakenRows {
  private final Lake lake;
  private final Map<String, Map<ArchivedFile, List<StagedFile>>> staged = new ConcurrentHashMap<>();
  private final Map<String, Map<ArchivedFile, List<ArrayList<Row>>>> held =
      new ConcurrentHashMap<>();

  TakenRows(Lake lake) {
    this.lake = lake;
  }

  /** Checks files of one dataset and takes their good rows where that spares a second reading. */
  List<FileVerdict> check(Contract contract, List<ArchivedFile> files, CheckedDelivery checked) {
    StoredTable silver = SilverTable.of(contract);
    if (!files.stream().allMatch(TakenRows::isOfOnePlace)) {
      return checked.verdicts(checked.summaries().collect());
    }
    if (silver.partitionBy().contains("county_code")) {
      return check(
          contract,
          files,
          checked,
          new SilverStore(lake.staging(silver, SilverTable.unique(contract))),
          staged);
    }
    return isSmall(silver, files)
        ? check(contract, files, checked, new RowsInMemory(silver.schema()), held)
        : checked.verdicts(checked.summaries().collect());
  }

  /** Its folders say period and county, so that all of its rows belong there. */
  private static boolean isOfOnePlace(ArchivedFile file) {
    return file.delivered().period().isPresent() && file.delivered().county().isPresent();
  }

  private static <T extends Serializable> List<FileVerdict> check(
      Contract contract,
      List<ArchivedFile> files,
      CheckedDelivery checked,
      RowStore<T> store,
      Map<String, Map<ArchivedFile, List<T>>> taken) {
    List<FileSummary<T>> summaries = checked.summaries(store).collect();
    Map<ArchivedFile, List<T>> ofFiles = new HashMap<>();
    summaries.forEach(summary -> ofFiles.put(files.get(summary.file()), summary.stored()));
    taken.put(contract.id(), ofFiles);
    return checked.verdicts(summaries);
  }

  /** What stands of the periods is read and written with what comes. */
  private boolean isSmall(StoredTable silver, List<ArchivedFile> files) {
    boolean isText =
        files.stream().allMatch(file -> file.delivered().format() == DeliveredFormat.TEXT);
    long bytes = files.stream().mapToLong(file -> file.delivered().bytes()).sum();
    return isText
        && bytes <= Lake.SMALL
        && lake.isSmall(
            silver,
            files.stream()
                .flatMap(file -> file.delivered().period().stream())
                .collect(Collectors.toSet()));
  }

  /** Removes what was written of files that are refused. */
  void discard(Collection<FileVerdict> refused) {
    lake.discard(of(staged, refused));
  }

  /**
   * Puts the rows of accepted files in place of what was delivered before; false where they were
   * not taken and must be read again.
   */
  boolean replace(
      Contract contract, Map<Period, Collection<String>> deliveries, List<FileVerdict> accepted) {
    StoredTable silver = SilverTable.of(contract);
    if (staged.containsKey(contract.id())) {
      lake.replaceDeliveries(silver, deliveries, of(staged, accepted));
    } else if (held.containsKey(contract.id())) {
      lake.replaceSmallDeliveries(
          silver, deliveries, of(held, accepted).stream().flatMap(List::stream).toList());
    } else {
      return false;
    }
    return true;
  }

  private static <T> List<T> of(
      Map<String, Map<ArchivedFile, List<T>>> taken, Collection<FileVerdict> verdicts) {
    return verdicts.stream()
        .flatMap(
            verdict ->
                taken
                    .getOrDefault(verdict.file().delivered().dataset(), Map.of())
                    .getOrDefault(verdict.file(), List.of())
                    .stream())
        .toList();
  }
}
