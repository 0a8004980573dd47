package io.junheng.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Decides whether a release may go on: everything that stands against it is waived in writing, or
 * nothing does.
 *
 * @param items what stands against it now
 */
public record Gate(List<GateItem> items) {
  public Gate {
    items = List.copyOf(items);
  }

  /**
   * What the gate said.
   *
   * @param open what stands against the release and is not waived
   * @param waivers new ones, each with what it covers
   * @param idle waivers that were asked for and cover nothing
   */
  public record Answer(List<GateItem> open, List<Waiver> waivers, List<String> idle) {
    public boolean isOpen() {
      return open.isEmpty();
    }
  }

  /**
   * Asks it.
   *
   * @param earlier waivers given before; they cover what stood open then, and no more
   * @param asked reasons by rule, as typed
   * @param by who waives
   */
  public Answer ask(List<Waiver> earlier, Map<String, String> asked, String by) {
    Set<String> covered =
        earlier.stream()
            .flatMap(waiver -> waiver.covers().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    List<Waiver> waivers = new ArrayList<>();
    List<String> idle = new ArrayList<>();
    asked.forEach(
        (rule, reason) -> {
          List<String> own =
              items.stream()
                  .filter(item -> item.isNamedBy(rule) && covered.add(item.id()))
                  .map(GateItem::id)
                  .sorted()
                  .toList();
          if (own.isEmpty()) {
            idle.add(rule);
          } else {
            waivers.add(new Waiver(rule, reason, by, own));
          }
        });
    return new Answer(
        items.stream().filter(item -> !covered.contains(item.id())).toList(), waivers, idle);
  }
}
