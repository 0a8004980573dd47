package io.junheng.job;

import io.junheng.definition.Department;
import io.junheng.definition.Period;
import io.junheng.definition.SignatureStep;
import io.junheng.lake.SmallTables;
import io.junheng.table.Signoff;
import io.junheng.table.Submission;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;

/**
 * Which accepted deliveries are signed, and how far. A signature holds for the files that it was
 * given for: once a correction is accepted, the delivery has to be signed anew.
 */
final class Signatures {
  private final SortedMap<Delivery, SortedSet<String>> files = new TreeMap<>();
  private final Set<String> signed = new HashSet<>();

  /** A delivery of one dataset by one county for one period. */
  record Delivery(Period period, String county, String dataset) implements Comparable<Delivery> {
    @Override
    public int compareTo(Delivery other) {
      return place().compareTo(other.place());
    }

    /** As places are written: {@code 202310/990102/teacher}. */
    String place() {
      return period + "/" + county + "/" + dataset;
    }
  }

  Signatures(SmallTables tables, Collection<Period> periods) {
    for (Row row : tables.read(Submission.TABLE, periods)) {
      if (SubmissionRegister.ACCEPTED.contains(row.getString(Submission.STATE.ordinal()))) {
        files
            .computeIfAbsent(
                new Delivery(
                    new Period(row.getInt(Submission.PERIOD.ordinal())),
                    row.getString(Submission.COUNTY_CODE.ordinal()),
                    row.getString(Submission.DATASET.ordinal())),
                any -> new TreeSet<>())
            .add(row.getString(Submission.SHA256.ordinal()));
      }
    }
    for (Row row : tables.read(Signoff.TABLE, periods)) {
      signed.add(
          key(
              new Delivery(
                  new Period(row.getInt(Signoff.PERIOD.ordinal())),
                  row.getString(Signoff.COUNTY_CODE.ordinal()),
                  row.getString(Signoff.DATASET.ordinal())),
              row.getString(Signoff.DELIVERY_SHA256.ordinal()),
              row.getString(Signoff.STEP.ordinal()),
              row.getString(Signoff.DEPARTMENT.ordinal())));
    }
  }

  private static String key(Delivery delivery, String digest, String step, String department) {
    return String.join("|", delivery.place(), digest, step, department);
  }

  /** What {@code department} holds for a step that no department takes. */
  static String word(Optional<Department> department) {
    return department.map(Department::code).orElse("-");
  }

  /** All that are accepted, in the order of period, county and dataset. */
  Collection<Delivery> deliveries() {
    return files.keySet();
  }

  /** What the files of a delivery are known by together. */
  String digest(Delivery delivery) {
    try {
      byte[] text = String.join("\n", files.get(delivery)).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  boolean isSigned(Delivery delivery, SignatureStep step, Optional<Department> department) {
    return signed.contains(key(delivery, digest(delivery), step.code(), word(department)));
  }

  /** Whether a step is done; countersigning is, once all departments that must have signed. */
  boolean isDone(Delivery delivery, SignatureStep step, Collection<Department> departments) {
    return step == SignatureStep.COUNTERSIGNED
        ? departments.stream().allMatch(d -> isSigned(delivery, step, Optional.of(d)))
        : isSigned(delivery, step, Optional.empty());
  }
}
