package io.junheng.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Chooses who moves to another school this year. The law asks for a tenth of those eligible, a
 * fifth of them backbone teachers.
 */
record RotateTeachers(Chance chance, CountyPlan county) {
  List<Teacher> apply(List<Teacher> teachers) {
    List<Teacher> eligible = new ArrayList<>(teachers);
    eligible.removeIf(teacher -> !teacher.isRotationEligible());
    eligible.sort(Comparator.comparingDouble(this::turn).thenComparing(Teacher::id));
    int count = share(Defect.ROTATION, eligible.size(), 0.055, 0.09, 0.105, 0.17);
    List<Teacher> backbone = eligible.stream().filter(Teacher::isBackbone).toList();
    List<Teacher> others = eligible.stream().filter(teacher -> !teacher.isBackbone()).toList();
    int chosen = share(Defect.ROTATED_BACKBONE, count, 0.1, 0.17, 0.21, 0.34);
    Set<String> moving = new HashSet<>();
    backbone.stream().limit(chosen).forEach(teacher -> moving.add(teacher.id()));
    others.stream().limit(count - moving.size()).forEach(teacher -> moving.add(teacher.id()));
    return teachers.stream().map(t -> moving.contains(t.id()) ? t.rotated() : t).toList();
  }

  /** A sound county rounds up, a failing one down. */
  private int share(Defect defect, int of, double low, double below, double from, double high) {
    double draw = chance.unit("rotation", county.number(), defect.ordinal(), county.year());
    return county.has(defect)
        ? (int) Math.floor(of * (low + (below - low) * draw))
        : (int) Math.ceil(of * (from + (high - from) * draw));
  }

  private double turn(Teacher teacher) {
    return chance.unit(
        "turn",
        county.number(),
        county.year(),
        teacher.school().number(),
        teacher.stage().ordinal(),
        teacher.place());
  }
}
