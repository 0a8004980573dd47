package io.junheng.config;

import io.junheng.definition.Calendar;
import io.junheng.definition.Calendar.Days;
import io.junheng.definition.Calendar.Term;
import io.junheng.definition.Department;
import io.junheng.definition.Origin;
import io.junheng.definition.Period;
import io.junheng.definition.SignatureStep;
import java.time.LocalDate;
import java.util.List;

/** Reads {@code calendar.yaml}. */
final class CalendarReader {
  private final Attempt attempt;
  private final Names names;

  CalendarReader(Problems problems, Names names) {
    this.attempt = new Attempt(problems);
    this.names = names;
  }

  Calendar read(List<Value> documents) {
    Calendar calendar = Calendar.EMPTY;
    for (Value document : documents) {
      calendar =
          attempt
              .at(document, () -> new Calendar(attempt.each(document.each("calendar"), this::term)))
              .orElse(Calendar.EMPTY);
    }
    return calendar;
  }

  private Term term(Value value) {
    return new Term(
        attempt.some(
            value.each("datasets"), id -> names.resolve(Names.Kind.CONTRACT, id, "calendar")),
        attempt.some(value.each("periods"), period -> new Period(period.whole())),
        value.find("opening").map(CalendarReader::day),
        day(value.require("deadline")),
        value.find("grace").map(Value::whole).orElse(0),
        value.find("cut_off").map(CalendarReader::day),
        value
            .find("appeal")
            .map(days -> new Days(day(days.require("from")), day(days.require("to")))),
        value.find("required").map(Value::flag).orElse(true),
        value.find("signed").map(step -> step.word(SignatureStep.class)),
        value.each("countersigned_by").stream().map(d -> d.word(Department.class)).toList(),
        value.find("origin").map(origin -> origin.word(Origin.class)).orElse(Origin.OWN));
  }

  private static LocalDate day(Value value) {
    return value.asDay().orElseThrow(Value.Unreadable::new);
  }
}
