package io.junheng.job;

import io.junheng.definition.Period;
import io.junheng.intake.format.ArchivedFile;
import io.junheng.intake.format.DeliveredFile;
import io.junheng.lake.LeasedWork;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A delivery: the files that name one dataset, period and county, or, where the rows say so
 * themselves, all files of the dataset. Its files are taken together or not at all.
 */
record DeliveryGroup(
    String dataset, Optional<Period> period, Optional<String> county, List<ArchivedFile> files) {
  DeliveryGroup {
    files = List.copyOf(files);
  }

  /** Files in their order, brought together. */
  static List<DeliveryGroup> of(List<ArchivedFile> files) {
    Map<List<Object>, List<ArchivedFile>> groups = new LinkedHashMap<>();
    for (ArchivedFile file : files) {
      DeliveredFile delivered = file.delivered();
      groups
          .computeIfAbsent(
              List.of(delivered.dataset(), delivered.period(), delivered.county()),
              key -> new ArrayList<>())
          .add(file);
    }
    return groups.values().stream()
        .map(
            group -> {
              DeliveredFile first = group.get(0).delivered();
              return new DeliveryGroup(first.dataset(), first.period(), first.county(), group);
            })
        .toList();
  }

  /** What no other run may be at while this delivery is taken. */
  LeasedWork work() {
    return new LeasedWork(Optional.of(dataset), period, county);
  }

  /** What the files are known by. */
  Set<String> fileIds() {
    return files.stream().map(ArchivedFile::fileId).collect(Collectors.toSet());
  }
}
