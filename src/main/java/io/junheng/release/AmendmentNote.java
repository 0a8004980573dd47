package io.junheng.release;

import io.junheng.definition.Text;
import io.junheng.release.Difference.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What readers of an amended release are told. */
public record AmendmentNote(ReleaseId amended, ReleaseId by, LocalDate on, String reason) {
  /** The note, with what differs in numbers. */
  public Text about(List<Difference> differences) {
    Map<Kind, Long> counts = CompareReleases.counts(differences);
    long values = counts.getOrDefault(Kind.VALUE, 0L);
    long verdicts = counts.getOrDefault(Kind.VERDICT, 0L);
    long places = counts.getOrDefault(Kind.PLACE, 0L);
    return new Text(
        "更正说明:%s 于 %s 由 %s 修订。原因:%s。共更正指标值 %d 个、测算结果 %d 个、名次 %d 个;原发布仍可查阅,引用请以 %s 为准。"
            .formatted(amended, on, by, reason, values, verdicts, places, by),
        "Correction: %s was amended by %s on %s. Reason: %s. %d values, %d verdicts and %d places differ. The earlier release stays readable; quote %s."
            .formatted(amended, by, on, reason, values, verdicts, places, by));
  }
}
