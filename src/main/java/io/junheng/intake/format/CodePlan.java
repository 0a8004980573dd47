package io.junheng.intake.format;

import java.io.Serializable;
import java.util.List;

/**
 * The values that a coded column may hold.
 *
 * @param list name of the list, for messages
 * @param dated whether the codes hold only for some time (areas)
 */
record CodePlan(String list, boolean dated, List<Entry> entries) implements Serializable {
  /**
   * One accepted spelling.
   *
   * @param code what is stored for it
   * @param fromDay first day (days since 1970) on which the code holds
   * @param toDay last day
   */
  record Entry(String spelling, String code, long fromDay, long toDay) implements Serializable {
    static Entry always(String spelling, String code) {
      return new Entry(spelling, code, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    boolean holdsOn(long day) {
      return fromDay <= day && day <= toDay;
    }
  }
}
