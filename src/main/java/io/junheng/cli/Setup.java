package io.junheng.cli;

import io.junheng.config.ConfReader;
import io.junheng.config.ConfResult;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Text;
import io.junheng.job.JobRequest;
import io.junheng.job.LakeReport;
import io.junheng.job.Watcher;
import java.nio.file.Path;
import java.util.Optional;

/** What a command works on: the definitions of {@code conf/} and the environment it works in. */
record Setup(Catalogue catalogue, WorkPlace place) {

  /** Reads both, as a step on the screen. */
  static Setup read(Junheng junheng) {
    Path conf = junheng.options().conf(junheng.terminal());
    Watcher.Step step =
        junheng.screen().begin("conf", new Text("读取定义 " + conf, "Read definitions " + conf));
    boolean isDone = false;
    try {
      WorkPlace place = WorkPlace.read(junheng);
      Catalogue catalogue = catalogue(conf);
      step.end(counts(catalogue));
      isDone = true;
      return new Setup(
          place
              .environment()
              .maxRejectedShare()
              .map(catalogue::withMaxRejectedShare)
              .orElse(catalogue),
          place);
    } finally {
      if (!isDone) {
        step.fail();
      }
    }
  }

  /**
   * The same for a run: mistakes in {@code conf/} leave a state in the lake, so that who asks for
   * the run hears of them.
   */
  static Setup readForRun(Junheng junheng) {
    junheng.recordIn(WorkPlace.read(junheng));
    return read(junheng);
  }

  private static Catalogue catalogue(Path conf) {
    ConfResult result = new ConfReader(conf).read();
    return result.catalogue().orElseThrow(() -> WorkPlace.mistakes(conf, result.problems()));
  }

  /** The lake's root: {@code --lake}, or the environment's. */
  String lake() {
    return place.lake();
  }

  /** What a job is asked to do, about older deliveries too. */
  JobRequest request(Junheng junheng, boolean acceptOlder) {
    return request(junheng).with(acceptOlder ? JobRequest.Older.TAKEN : JobRequest.Older.LEFT);
  }

  /** What a job is asked to do. */
  JobRequest request(Junheng junheng) {
    SharedOptions options = junheng.options();
    return new JobRequest(
            catalogue,
            lake(),
            Optional.of(place.landing()),
            options.periods(),
            place.environment().keyFile(),
            false,
            junheng.typed())
        .with(junheng.runId())
        .with(place.environment().databases());
  }

  /** What the lake can tell without Spark; what its storage has to say goes to the log file. */
  LakeReport report(Junheng junheng, String lake) {
    junheng.logTo(LogPlace.of(lake));
    return new LakeReport(place.spark(), lake);
  }

  /** How many definitions of each kind there are. */
  static Text counts(Catalogue catalogue) {
    int[] counts = {
      catalogue.contracts().size(),
      catalogue.measures().size(),
      catalogue.indicators().size(),
      catalogue.frameworks().size()
    };
    return new Text(
        "%d 个数据集 · %d 项计量 · %d 项指标 · %d 个评价体系".formatted(boxed(counts)),
        "%d contracts · %d measures · %d indicators · %d frameworks".formatted(boxed(counts)));
  }

  private static Object[] boxed(int[] counts) {
    return java.util.Arrays.stream(counts).boxed().toArray();
  }
}
