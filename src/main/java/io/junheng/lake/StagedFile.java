package io.junheng.lake;

import java.io.Serializable;

/**
 * A file with rows of one partition, which no commit names yet.
 *
 * @param path of the file, as Hadoop knows it
 * @param modified milliseconds since 1970
 * @param county empty text where the table is divided by period alone
 */
public record StagedFile(
    String path, long bytes, long modified, long rows, int period, String county)
    implements Serializable {}
