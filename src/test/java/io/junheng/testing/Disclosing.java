package io.junheng.testing;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Disclosure;
import io.junheng.definition.Framework;

/** Definitions whose frameworks all disclose the same. */
public final class Disclosing {
  private Disclosing() {}

  /** The definitions with one disclosure in every framework. */
  public static Catalogue everywhere(Catalogue catalogue, Disclosure disclosure) {
    return new Catalogue(
        catalogue.digest(),
        catalogue.figuresDigest(),
        catalogue.stages(),
        catalogue.areas(),
        catalogue.areaSets(),
        catalogue.codeLists(),
        catalogue.contracts(),
        catalogue.measureSets(),
        catalogue.scopes(),
        catalogue.indicators(),
        catalogue.frameworks().stream().map(one -> with(one, disclosure)).toList(),
        catalogue.setChecks(),
        catalogue.calendar());
  }

  private static Framework with(Framework framework, Disclosure disclosure) {
    Framework.Head old = framework.head();
    Framework.Head head =
        new Framework.Head(
            old.id(),
            old.title(),
            old.legal(),
            old.origin(),
            old.edition(),
            old.periodType(),
            old.areaSet(),
            old.peerGroups(),
            disclosure,
            old.periods());
    if (framework instanceof Framework.Conjunctive one) {
      return new Framework.Conjunctive(
          head,
          one.items(),
          one.scope(),
          one.schoolRule(),
          one.vetoes(),
          one.preconditions(),
          one.verdicts(),
          one.classes(),
          one.compositeCv(),
          one.ranking());
    }
    if (framework instanceof Framework.Separate one) {
      return new Framework.Separate(head, one.items());
    }
    Framework.Weighted one = (Framework.Weighted) framework;
    return new Framework.Weighted(
        head, one.score(), one.tree(), one.adjustments(), one.bands(), one.ranking());
  }
}
