package io.junheng.job;

import io.junheng.intake.format.ArchivedFile;
import io.junheng.intake.format.DeliveredFile;
import io.junheng.intake.format.FileFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What lies in the landing folder, held against the register: which deliveries are to be taken in,
 * and why. The one place where that is decided, for {@code plan} and for intakes; needs no Spark.
 *
 * @param files every file that was looked at
 * @param taken what is to be taken in
 * @param older deliveries that are left alone: sets that stood before
 * @param findings about files that are no deliveries
 */
record IntakePlan(
    List<ArchivedFile> files,
    List<Taken> taken,
    List<DeliveryGroup> older,
    List<FileFinding> findings) {
  /** A delivery that is to be taken in. */
  record Taken(DeliveryGroup delivery, PlanReason reason) {}

  IntakePlan {
    files = List.copyOf(files);
    taken = List.copyOf(taken);
    older = List.copyOf(older);
    findings = List.copyOf(findings);
  }

  static IntakePlan of(
      JobRequest request,
      SubmissionRegister register,
      List<ArchivedFile> files,
      List<FileFinding> findings) {
    List<Taken> taken = new ArrayList<>();
    List<DeliveryGroup> older = new ArrayList<>();
    for (DeliveryGroup delivery : DeliveryGroup.of(files)) {
      if (isLeft(request, register, delivery)) {
        older.add(delivery);
      } else {
        reason(request, register, delivery)
            .ifPresent(reason -> taken.add(new Taken(delivery, reason)));
      }
    }
    return new IntakePlan(files, taken, older, findings);
  }

  /** A set that was there before is most likely an old file sent by mistake. */
  private static boolean isLeft(
      JobRequest request, SubmissionRegister register, DeliveryGroup delivery) {
    return request.older() == JobRequest.Older.LEFT
        && !register.holds(delivery)
        && register.isOlder(delivery);
  }

  /** Why a delivery is to be taken in; empty where the lake holds it. */
  static Optional<PlanReason> reason(
      JobRequest request, SubmissionRegister register, DeliveryGroup delivery) {
    if (register.holds(delivery)) {
      return request.wishes().contains(JobRequest.Wish.EVERYTHING)
          ? Optional.of(PlanReason.ASKED_FOR)
          : Optional.empty();
    }
    if (register.wasRefused(delivery)) {
      return Optional.of(PlanReason.REFUSED_BEFORE);
    }
    return Optional.of(
        register.hasAccepted(delivery) ? PlanReason.CHANGED_FILE : PlanReason.NEW_FILE);
  }

  /** The deliveries that are to be taken in. */
  List<DeliveryGroup> deliveries() {
    return taken.stream().map(Taken::delivery).toList();
  }

  /** The files of a delivery by the names that people see. */
  static List<String> names(DeliveryGroup delivery) {
    return delivery.files().stream().map(ArchivedFile::delivered).map(DeliveredFile::name).toList();
  }
}
