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
  /** Lists them; a {@link JobException} where there are none, or the folder cannot be read. */
  Landing.Listing list() {
    String folder = request.landing().orElseThrow(LandingFiles::notNamed);
    try {
      Landing.Listing listing = new Landing(hadoop, folder, request.catalogue()).list();
      List<DeliveredFile> files = listing.files().stream().filter(this::isAskedFor).toList();
      if (files.isEmpty()) {
        throw new JobException(
            Outcome.INPUT,
            new Text(
                "%s 中没有所请求周期的报送文件(应为 周期/县代码/数据集.csv)".formatted(folder),
                "No delivered file of the periods asked for in %s (expected PERIOD/COUNTY/DATASET.csv)"
                    .formatted(folder)));
      }
      return new Landing.Listing(files, listing.findings());
    } catch (FileNotFoundException e) {
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
