package io.junheng.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where teachers teach. Most teach at the school of their post; rotated ones at another; some of
 * physical education and the arts travel to a teaching point one day a week; some serve a school of
 * the same education community.
 */
record AssignmentRows(CountyPlan county, List<Teacher> teachers, Labels labels, Chance chance)
    implements DatasetRows {
  private static final Set<String> TRAVELLING_SUBJECTS = Set.of("pe", "music", "fine_art");

  private record Assignment(Teacher teacher, SchoolPlan school, String share, String kind) {}

  @Override
  public String dataset() {
    return "teacher_assignment";
  }

  @Override
  public List<String> columns() {
    return List.of("county_code", "id_number", "school_code", "stage", "subject", "share", "kind");
  }

  @Override
  public long count() {
    return teachers.stream().mapToLong(teacher -> assignments(teacher).size()).sum();
  }

  @Override
  public void write(Sheet sheet) {
    for (Teacher teacher : teachers) {
      for (Assignment assignment : assignments(teacher)) {
        sheet.row(
            county.county().code(),
            teacher.id(),
            assignment.school().code(),
            labels.of(teacher.stage()),
            labels.of("subject", teacher.subject()),
            assignment.share(),
            labels.of("assignment_kind", assignment.kind()));
      }
    }
  }

  private List<Assignment> assignments(Teacher teacher) {
    Optional<SchoolPlan> other = otherSchool(teacher, teacher.isRotated());
    if (other.isEmpty()) {
      return List.of(new Assignment(teacher, teacher.school(), "1", "main"));
    }
    if (teacher.isRotated()) {
      return List.of(new Assignment(teacher, other.get(), "1", "exchange"));
    }
    boolean travels = TRAVELLING_SUBJECTS.contains(teacher.subject());
    List<Assignment> both = new ArrayList<>();
    both.add(new Assignment(teacher, teacher.school(), "0.8", "main"));
    both.add(new Assignment(teacher, other.get(), "0.2", travels ? "travelling" : "community"));
    return both;
  }

  /** The school that a teacher serves beside or instead of the own one. */
  private Optional<SchoolPlan> otherSchool(Teacher teacher, boolean isRotated) {
    boolean travels = TRAVELLING_SUBJECTS.contains(teacher.subject());
    double share = travels ? 0.15 : 0.01;
    double draw =
        chance.unit("serves", county.number(), teacher.school().number(), teacher.place());
    if (!isRotated && draw >= share) {
      return Optional.empty();
    }
    List<SchoolPlan> others =
        county.schools().stream()
            .filter(school -> school.number() != teacher.school().number())
            .filter(school -> school.pupilsOf(teacher.stage()) > 0 && !school.isPrivate())
            .filter(school -> isRotated || school.locality() == Locality.RURAL)
            .toList();
    int place = (int) (draw / (isRotated ? 1 : share) * others.size());
    return others.isEmpty() ? Optional.empty() : Optional.of(others.get(place));
  }
}
