package io.junheng.measure;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the rows of one county bring to the measures of one source, as one task met them. The groups
 * travel as bytes: written as objects they take Java's serialization far longer.
 *
 * @param source the place of its plan
 * @param measures how many the plan has
 */
record CountyTally(int period, String county, int source, int measures, byte[] groups)
    implements Serializable {
  static CountyTally of(
      int period, String county, int source, int measures, List<GroupTally> groups) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(groups.size());
      for (GroupTally group : groups) {
        group.write(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new CountyTally(period, county, source, measures, bytes.toByteArray());
  }

  /** By period and code. */
  String key() {
    return key(period, county);
  }

  static String key(int period, String county) {
    return period + " " + county;
  }

  List<GroupTally> tallies() {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(groups))) {
      int size = in.readInt();
      List<GroupTally> tallies = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        tallies.add(GroupTally.read(in, measures));
      }
      return tallies;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
