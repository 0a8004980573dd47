package io.junheng.lake;

import java.io.Serializable;

/**
 * A file with rows of one partition, which no commit names yet.
 *
 * @param path of the file, as Hadoop knows it
 * @param modified milliseconds since 1970
 * @param county empty text where the table is divided by period alone
 * @param least the smallest code among the counties of its rows, and {@code most} the largest;
 *     empty text where the table is divided by county, or its rows name none
 */
public record StagedFile(
    String path,
    long bytes,
    long modified,
    long rows,
    int period,
    String county,
    String least,
    String most)
    implements Serializable {}
