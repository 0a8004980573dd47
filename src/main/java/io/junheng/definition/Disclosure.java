package io.junheng.definition;

import java.util.Objects;

/**
 * What of a framework's results other areas and the public get to see. An area's own results are
 * always its own, unless nothing is disclosed to its level at all.
 *
 * @param city what a city sees of counties that are not its own
 * @param county what a county sees of the others
 * @param everybody what the public sees of any county
 * @param origin whose rule this is; our own reading unless a document says so
 */
public record Disclosure(Extent city, Extent county, Extent everybody, Origin origin) {
  /** Where a framework says nothing: the least with which an area can still place itself. */
  public static final Disclosure CAUTIOUS =
      new Disclosure(
          new Extent.OwnAndMean(), new Extent.OwnAndMean(), new Extent.None(), Origin.OWN);

  public Disclosure {
    Objects.requireNonNull(city, "city");
    Objects.requireNonNull(county, "county");
    Objects.requireNonNull(everybody, "everybody");
    Objects.requireNonNull(origin, "origin");
  }

  /** What an audience sees of others. */
  public Extent to(Audience audience) {
    if (audience instanceof Audience.Province) {
      return new Extent.All();
    } else if (audience instanceof Audience.City) {
      return city;
    } else if (audience instanceof Audience.County) {
      return county;
    } else if (audience instanceof Audience.Public) {
      return everybody;
    }
    throw new IllegalArgumentException("unknown audience " + audience);
  }

  /** How much of the others' results is shown. */
  public sealed interface Extent {
    /** Places, scores, verdicts and items of all counties, and the indicators behind them. */
    record All() implements Extent {}

    /** Place, score and verdict of the counties up to a place. */
    record Top(int places) implements Extent {
      public Top {
        if (places < 1) {
          throw new IllegalArgumentException("top: at least 1 place");
        }
      }
    }

    /** Grade or verdict of every county, in no order. */
    record GradeOnly() implements Extent {}

    /** Nothing of others but the mean. */
    record OwnAndMean() implements Extent {}

    /** Nothing at all, the area's own results neither. */
    record None() implements Extent {}
  }
}
