package io.junheng.config;

import static io.junheng.config.Shape.Scalar.DATE;
import static io.junheng.config.Shape.Scalar.FLAG;
import static io.junheng.config.Shape.Scalar.NAME;
import static io.junheng.config.Shape.Scalar.WHOLE;

import io.junheng.config.Shape.Each;
import io.junheng.config.Shape.Words;
import io.junheng.definition.Department;
import io.junheng.definition.Origin;
import io.junheng.definition.SignatureStep;

/** The shape of {@code calendar.yaml}. */
final class CalendarKind {
  private static final Keys DAYS =
      Keys.of("a span of days")
          .required("from", DATE, "First day.")
          .required("to", DATE, "Last day.")
          .build();

  private static final Keys TERM =
      Keys.of("a line of the calendar")
          .optional("datasets", new Each(NAME), "Datasets that it holds for; all if not given.")
          .required("periods", new Each(WHOLE), "Periods as YYYYTT.")
          .optional("opening", DATE, "First day on which deliveries are expected.")
          .required("deadline", DATE, "Last day on which a delivery is in time.")
          .optional("grace", WHOLE, "Days after the deadline that still count as in time; 0.")
          .optional(
              "cut_off",
              DATE,
              "Last day that counts for the release; warnings are put right by then.")
          .optional("appeal", DAYS, "Days on which counties may object.")
          .optional("required", FLAG, "false: a county that delivers nothing is not missing; true.")
          .optional(
              "signed",
              Words.of(SignatureStep.class),
              "Step that a delivery must have reached before a release; none if not given.")
          .optional(
              "countersigned_by",
              new Each(Words.of(Department.class)),
              "Departments that must sign before a delivery is sealed.")
          .optional("origin", Words.of(Origin.class), "Whose dates they are; own if not given.")
          .build();

  static final Keys CALENDAR =
      Keys.of("the calendar file")
          .required("calendar", new Each(TERM), "When deliveries are due, and who signs them.")
          .build();

  private CalendarKind() {}
}
