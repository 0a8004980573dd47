package io.junheng.measure;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the rows of one group of a school bring, as one task met them; others may have met more.
 *
 * @param school null in a source of reported figures
 * @param stage null where the rows state none
 * @param group what makes the group (a class): empty where the source has no groups, null for rows
 *     that belong to none
 */
record GroupTally(String school, String stage, List<String> group, Tally tally) {
  private static final int NONE = -1;

  void write(DataOutput out) throws IOException {
    write(out, school);
    write(out, stage);
    out.writeInt(group == null ? NONE : group.size());
    if (group != null) {
      for (String value : group) {
        Tally.write(out, value);
      }
    }
    tally.write(out);
  }

  static GroupTally read(DataInput in, int measures) throws IOException {
    String school = read(in);
    String stage = read(in);
    int size = in.readInt();
    List<String> group = size == NONE ? null : new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      group.add(Tally.text(in));
    }
    return new GroupTally(school, stage, group, Tally.read(in, measures));
  }

  private static void write(DataOutput out, String text) throws IOException {
    out.writeBoolean(text != null);
    if (text != null) {
      Tally.write(out, text);
    }
  }

  private static String read(DataInput in) throws IOException {
    return in.readBoolean() ? Tally.text(in) : null;
  }
}
