package io.junheng.job;

import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.intake.format.DeliveredFile;
import io.junheng.intake.format.Landing;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/** The delivered files that a request is about. */
record LandingFiles(Configuration hadoop, JobRequest request) {
  /**
   * Lists them; a {@link JobException} where there are none, or the folder cannot be read. Who has
   * databases needs no folder beside them.
   */
  Landing.Listing list() {
    boolean isAllThereIs = request.databases().isEmpty();
    if (!isAllThereIs && request.landing().isEmpty()) {
      return new Landing.Listing(List.of(), List.of());
    }
    String folder = folder();
    try {
      Landing.Listing listing = new Landing(hadoop, folder, request.catalogue()).list();
      List<DeliveredFile> files = listing.files().stream().filter(this::isAskedFor).toList();
      if (files.isEmpty() && listing.findings().isEmpty() && isAllThereIs) {
        throw nothingDelivered();
      }
      return new Landing.Listing(files, listing.findings());
    } catch (FileNotFoundException e) {
      if (!isAllThereIs) {
        return new Landing.Listing(List.of(), List.of());
      }
      throw new JobException(
          Outcome.INPUT,
          new Text("报送目录不存在:" + folder, "The landing folder does not exist: " + folder),
          e);
    } catch (IOException e) {
      throw new JobException(
          Outcome.INPUT,
          new Text("报送目录无法读取:" + folder, "The landing folder cannot be read: " + folder),
          e);
    }
  }

  /** What to say where no file of the periods asked for was delivered. */
  JobException nothingDelivered() {
    String folder = request.landing().orElse("");
    return new JobException(
        Outcome.INPUT,
        new Text(
            "%s 中没有所请求周期的报送文件(应为 周期/县代码/数据集.csv)".formatted(folder),
            "No delivered file of the periods asked for in %s (expected PERIOD/COUNTY/DATASET.csv)"
                .formatted(folder)));
  }

  private String folder() {
    return request.landing().orElseThrow(LandingFiles::notNamed);
  }

  private static JobException notNamed() {
    return new JobException(
        Outcome.CONFIGURATION,
        new Text("缺少 --landing", "No --landing given: where are the delivered files?"));
  }

  private boolean isAskedFor(DeliveredFile file) {
    List<Period> asked = request.periods();
    return asked.isEmpty() || file.period().map(asked::contains).orElse(true);
  }
}
