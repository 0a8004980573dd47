package io.junheng.intake.reply;

import io.junheng.definition.Text;

/**
 * A cell or row that broke a rule.
 *
 * @param row counted from 1 as a spreadsheet does
 * @param column of the contract; empty where the row as a whole is meant
 */
public record BadCell(long row, String column, Text message) {}
