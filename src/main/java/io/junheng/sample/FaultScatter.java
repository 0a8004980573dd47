package io.junheng.sample;

import io.junheng.definition.Period;
import io.junheng.sample.FaultPlan.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Which file each fault of a plan goes to. Counties that fail anyway are taken where there are any,
 * so that a fault does not turn a verdict round; of these the larger half, so that one row of a
 * file is a small part of it.
 */
final class FaultScatter {
  private record Target(int period, int county, String dataset) {}

  private final Map<Target, List<PlantedFault>> byFile = new HashMap<>();

  FaultScatter(
      Chance chance, Optional<FaultPlan> plan, List<Period> periods, ProvincePlan province) {
    List<Integer> open = open(periods.get(0), province);
    List<Entry> entries = plan.map(FaultPlan::entries).orElse(List.of());
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      for (int k = 0; k < entry.count(); k++) {
        SplittableRandom random = chance.random("fault", i, k);
        int period = periods.get(random.nextInt(periods.size())).number();
        int county = open.get(random.nextInt(open.size()));
        byFile
            .computeIfAbsent(new Target(period, county, entry.dataset()), any -> new ArrayList<>())
            .add(new PlantedFault(entry.kind(), entry.column(), random.nextDouble()));
      }
    }
  }

  private static List<Integer> open(Period period, ProvincePlan province) {
    List<Integer> failing =
        IntStream.range(0, province.counties().size())
            .filter(i -> CountyCharacter.of(i).kind() == CountyCharacter.Kind.FAILING)
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> -province.pupils(i, period)))
            .toList();
    return failing.isEmpty() ? List.of(0) : failing.subList(0, (failing.size() + 1) / 2);
  }

  List<PlantedFault> of(Period period, int county, String dataset) {
    return byFile.getOrDefault(new Target(period.number(), county, dataset), List.of());
  }
}
