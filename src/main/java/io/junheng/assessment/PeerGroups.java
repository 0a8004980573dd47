package io.junheng.assessment;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Framework;
import java.util.HashMap;
import java.util.Map;

/** The first of a framework's peer groups that each county belongs to. */
record PeerGroups(Framework framework, Catalogue catalogue) {

  /** Group ids by county; a county outside all groups is not there. */
  Map<String, String> on(Panel panel) {
    Map<String, String> groups = new HashMap<>();
    for (String id : framework.head().peerGroups()) {
      new UnitsOf(catalogue.areaSet(id))
          .on(panel.day(), panel.counties())
          .forEach(county -> groups.putIfAbsent(county, id));
    }
    return groups;
  }
}
