package io.junheng.cli;

import io.junheng.definition.Text;
import io.junheng.job.LogFile;
import io.junheng.job.Session;
import io.junheng.job.SparkStart;
import java.nio.file.Path;
import java.util.function.ToIntFunction;

/** Has Spark ready for a piece of work and closes it again, also when a signal comes in between. */
record SparkWork(Junheng junheng, Setup setup) {

  /**
   * Does the work.
   *
   * @param lake decides where the log file stands
   */
  int with(String lake, ToIntFunction<Session> work) {
    return with(setup.place().spark(), lake, work);
  }

  /** The same with Spark started so. */
  int with(SparkStart start, String lake, ToIntFunction<Session> work) {
    LogFile log = junheng.logTo(LogPlace.of(lake));
    junheng.interruption().watch(this::interrupted);
    if (junheng.options().volume() == Screen.Volume.LOUD) {
      Path path = log.path();
      junheng.screen().say(new Text("  日志:" + path, "  Log: " + path));
    }
    try (Session session = Session.open(start, junheng.screen())) {
      junheng.screen().follow(session::activity);
      try {
        return work.applyAsInt(session);
      } finally {
        junheng.screen().unfollow();
      }
    }
  }

  private void interrupted() {
    junheng
        .screen()
        .complain(
            new Text(
                "! 收到中断信号:正在收尾。已提交的表保持完整,未提交的不写入;再次运行即可继续。",
                "! Interrupted: putting things down. Tables are as before or whole; run again to"
                    + " go on."));
  }
}
