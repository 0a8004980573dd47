package io.junheng.table;

import static io.junheng.table.Meaning.integer;
import static io.junheng.table.Meaning.text;
import static io.junheng.table.Meaning.timestamp;

/** ops.run: one row for each run of a command. Key: run_id. */
public enum Run implements OwnColumn {
  RUN_ID(Shared.RUN_ID),
  COMMAND(text("命令", "Command")),
  ARGUMENTS(text("参数", "Arguments", "密钥已遮盖 · secrets masked")),
  CODE_VERSION(text("代码版本", "Code version")),
  CONF_DIGEST(text("配置摘要", "Digest of conf/", "SHA-256")),
  STARTED_AT(timestamp("开始时间", "Started", "UTC")),
  ENDED_AT(timestamp("结束时间", "Ended", "UTC")),
  OUTCOME(text("结果", "Outcome")),
  EXIT_CODE(integer("退出码", "Exit code")),
  VERSIONS_READ(text("读取的表版本", "Table versions read", "JSON")),
  VERSIONS_WRITTEN(text("写入的表版本", "Table versions written", "JSON"));

  /** The table of these columns. */
  public static final Table TABLE = Table.ops("run", "运行记录", "Runs", values()).key(RUN_ID).build();

  private final Meaning meaning;

  Run(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}
