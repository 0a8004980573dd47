package io.junheng.table;

import static io.junheng.table.Meaning.text;
import static io.junheng.table.Meaning.timestamp;
import static io.junheng.table.Meaning.whole;

/** ops.submission: one row for each delivered file and county. Key: submission_id. */
public enum Submission implements OwnColumn {
  SUBMISSION_ID(Shared.SUBMISSION_ID),
  PERIOD(Shared.PERIOD),
  COUNTY_CODE(Shared.COUNTY_CODE),
  DATASET(Shared.DATASET),
  FILE_NAME(Shared.FILE_NAME),
  SHA256(text("文件摘要", "SHA-256 of the file")),
  BYTES(whole("字节数", "Size", "", "byte")),
  ENCODING(text("字符编码", "Encoding")),
  ROWS_READ(whole("读取行数", "Rows read", "", "row")),
  ROWS_ACCEPTED(whole("接收行数", "Rows accepted", "", "row")),
  ROWS_REJECTED(whole("剔除行数", "Rows set aside", "", "row")),
  STATE(
      text(
          "状态",
          "State",
          "accepted, accepted_with_warnings, refused, superseded, unchanged, retracted")),
  KEY_ID(
      text(
          "假名密钥编号",
          "Key of the pseudonyms",
          "fingerprint of the key; null where the dataset has no pseudonyms")),
  RECEIVED_AT(timestamp("接收时间", "Received", "UTC")),
  RUN_ID(Shared.RUN_ID);

  /** The table of these columns. */
  public static final Table TABLE =
      Table.ops("submission", "报送登记", "Submissions", values())
          .key(SUBMISSION_ID)
          .partitionBy(PERIOD)
          .statistics(COUNTY_CODE, DATASET)
          .build();

  private final Meaning meaning;

  Submission(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}
