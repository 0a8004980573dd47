package io.junheng.sample;

import java.util.List;

/**
 * A stage of a school: who sits in which class.
 *
 * @param classes for each grade the pupils of each of its classes
 */
record StagePlan(SchoolStage stage, List<List<Integer>> classes) {
  StagePlan {
    classes = classes.stream().map(List::copyOf).toList();
  }

  int pupils() {
    return classes.stream().flatMap(List::stream).mapToInt(Integer::intValue).sum();
  }

  int classCount() {
    return classes.stream().mapToInt(List::size).sum();
  }

  int pupilsOfGrade(int grade) {
    return classes.get(grade - 1).stream().mapToInt(Integer::intValue).sum();
  }
}
