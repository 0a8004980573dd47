package io.junheng.publication.disclosure;

import io.junheng.definition.Audience;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Disclosure.Extent;
import io.junheng.definition.Framework;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What each framework discloses to the audience. */
final class Extents {
  private final Map<String, Extent> byFramework = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  Extents(Catalogue catalogue, Audience audience) {
    for (Framework framework : catalogue.frameworks()) {
      Extent extent = framework.head().disclosure().to(audience);
      byFramework.put(framework.id(), extent);
      if (extent instanceof Extent.All) {
        open.addAll(framework.indicators());
      }
    }
  }

  /**
   * Nothing, for a framework that {@code conf/} no longer knows.
   *
   * @param framework a framework, or what of it is ranked by itself
   */
  Extent of(String framework) {
    return byFramework.getOrDefault(Framework.ofSubject(framework), new Extent.None());
  }

  /** Whether results of the framework go to the audience at all. */
  boolean isDisclosed(String framework) {
    return !(of(framework) instanceof Extent.None);
  }

  /** Whether what is ranked is a framework or an item of one; else it is an indicator. */
  boolean isFramework(String subject) {
    return byFramework.containsKey(Framework.ofSubject(subject));
  }

  /** Whether a framework that shows everything judges by the indicator. */
  boolean isOpen(String indicator) {
    return open.contains(indicator);
  }
}
