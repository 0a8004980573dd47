package io.junheng.intake.format;

import java.io.Serializable;
import java.util.List;

/**
 * What one contract asks of the reader.
 *
 * @param sheet name of the sheet of a workbook; empty: the one that fits
 * @param keyInFiles whether keys are told apart within a file; otherwise within all files of a
 *     period and county
 */
record RowPlan(
    String dataset,
    String titleZh,
    String titleEn,
    String sheet,
    List<ColumnPlan> columns,
    Masking masking,
    boolean keyInFiles,
    KeyLocation key)
    implements Serializable {}
