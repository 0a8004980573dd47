/**
 * What goes back to a sender: for each refused or flawed delivery a workbook that shows each bad
 * cell with what is wrong with it, and a summary by cause.
 */
package io.junheng.intake.reply;
