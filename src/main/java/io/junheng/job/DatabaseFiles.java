package io.junheng.job;

import io.junheng.definition.DatabaseSource;
import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.intake.format.ArchivedFile;
import io.junheng.intake.format.DatabaseDeliveries;
import io.junheng.intake.format.DatabaseDelivery;
import io.junheng.intake.format.FileFinding;
import io.junheng.lake.Archive;
import io.junheng.lake.FileId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The deliveries that lie in the databases of a request: each is written to the archive, where it
 * is an original like any delivered Parquet file. Rows that have not changed give the same bytes
 * and are therefore known.
 */
final class DatabaseFiles {
  private final JobRequest request;
  private final Archive archive;
  private final List<ArchivedFile> files = new ArrayList<>();
  private final List<FileFinding> findings = new ArrayList<>();

  DatabaseFiles(RunUnderWay run, JobRequest request) {
    this.request = request;
    this.archive = new Archive(run.hadoop(), request.lake());
  }

  /** Reads all databases; a {@link JobException} names the one that cannot be read. */
  void read() {
    for (DatabaseSource source : request.databases()) {
      try (DatabaseDeliveries database = DatabaseDeliveries.open(source, request.catalogue())) {
        DatabaseDeliveries.Listing listing = database.list();
        findings.addAll(listing.findings());
        archive(
            database,
            listing.deliveries().stream().filter(this::isAskedFor).toList(),
            source.connections());
      } catch (IOException e) {
        throw new JobException(
            Outcome.INPUT,
            new Text(
                "数据库 %s 无法读取(数据集 %s):%s".formatted(source.url(), source.dataset(), e.getMessage()),
                "The database %s cannot be read (dataset %s): %s"
                    .formatted(source.url(), source.dataset(), e.getMessage())),
            e);
      }
    }
  }

  private boolean isAskedFor(DatabaseDelivery delivery) {
    List<Period> asked = request.periods();
    return asked.isEmpty() || delivery.period().map(asked::contains).orElse(true);
  }

  private void archive(
      DatabaseDeliveries database, List<DatabaseDelivery> deliveries, int connections)
      throws IOException {
    ExecutorService pool = Executors.newFixedThreadPool(connections);
    try {
      List<Future<ArchivedFile>> written = new ArrayList<>();
      for (DatabaseDelivery delivery : deliveries) {
        written.add(pool.submit(() -> archive(database, delivery)));
      }
      for (Future<ArchivedFile> file : written) {
        files.add(file.get());
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while reading a database", e);
    } finally {
      pool.shutdownNow();
    }
  }

  private ArchivedFile archive(DatabaseDeliveries database, DatabaseDelivery delivery)
      throws IOException {
    FileId id = archive.store(out -> database.write(delivery, out));
    return delivery.archivedAs(id.sha256(), id.bytes(), archive.place(id).toString());
  }

  List<ArchivedFile> files() {
    return files;
  }

  List<FileFinding> findings() {
    return findings;
  }
}
