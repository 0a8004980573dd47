package io.junheng.sample;

import static io.junheng.sample.Defect.LARGE_SCHOOL;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a county is like by design. It follows from the county's number alone; the seed moves only
 * its lesser defects.
 *
 * @param number place of the county among those of the province, from 0
 */
record CountyCharacter(int number, Kind kind) {
  /** Kinds of counties. */
  enum Kind {
    /** Passes in all years. */
    SOUND,
    /** Sound, but has no junior stage: those schools belong to a neighbour. */
    WITHOUT_JUNIOR,
    /** Sound, with one school of the junior stage. */
    SINGLE_JUNIOR,
    /** Fails until the school year 2022/23 and passes afterwards. */
    IMPROVING,
    /** Passes until the school year 2022/23 and fails afterwards. */
    SLIPPING,
    FAILING
  }

  /**
   * Of so many counties each kind has its planned share; a province with more repeats the pattern.
   */
  private static final int PATTERN = 90;

  private static final int SOUND_COUNT = 28;
  private static final int FIRST_YEAR = 2018;
  private static final int TURN = 2023;
  private static final double LEAST_MEANS = 0.25;

  /** Part of the counties that fail whose means are enough all the same. */
  private static final double ENOUGH = 0.35;

  /** The character of the county of that number. Neighbouring numbers differ in kind. */
  static CountyCharacter of(int number) {
    int slot = slot(number);
    Kind kind = Kind.FAILING;
    if (slot < SOUND_COUNT) {
      kind = Kind.SOUND;
    } else if (slot < SOUND_COUNT + 2) {
      kind = Kind.WITHOUT_JUNIOR;
    } else if (slot == SOUND_COUNT + 2) {
      kind = Kind.SINGLE_JUNIOR;
    } else if (slot < SOUND_COUNT + 7) {
      kind = Kind.IMPROVING;
    } else if (slot < SOUND_COUNT + 10) {
      kind = Kind.SLIPPING;
    }
    return new CountyCharacter(number, kind);
  }

  /** The defects of a school year. Lesser ones come and go slowly, so that places change. */
  Set<Defect> defects(Chance chance, int year) {
    Set<Defect> defects = EnumSet.noneOf(Defect.class);
    boolean fails =
        switch (kind) {
          case SOUND, WITHOUT_JUNIOR, SINGLE_JUNIOR -> false;
          case IMPROVING -> year < TURN;
          case SLIPPING -> year >= TURN;
          case FAILING -> true;
        };
    if (fails) {
      defects.add(mainDefect());
    }
    if (kind == Kind.FAILING) {
      addLesser(defects, chance, year);
    }
    return defects;
  }

  /**
   * How far its means reach, 1 for enough: most counties that fail lack teachers, rooms and
   * equipment more or less throughout, so that scores spread.
   */
  double means(Chance chance) {
    double lacking = Math.max(0, chance.unit("means", number) - ENOUGH) / (1 - ENOUGH);
    return kind == Kind.FAILING ? 1 - (1 - LEAST_MEANS) * lacking : 1;
  }

  /** Whether a school above the limit of 2000 pupils is planned, which takes a populous county. */
  boolean isPopulous() {
    return kind == Kind.FAILING && mainDefect() == LARGE_SCHOOL;
  }

  private Defect mainDefect() {
    Defect[] all = Defect.values();
    int slot = slot(number);
    return kind == Kind.FAILING
        ? all[(slot - SOUND_COUNT - 10) % all.length]
        : all[(slot * 7 + 3) % LARGE_SCHOOL.ordinal()];
  }

  private void addLesser(Set<Defect> defects, Chance chance, int year) {
    Defect[] all = Defect.values();
    int count = (int) (chance.unit("lesser", number) * 8);
    for (int i = 0; i < count; i++) {
      Defect defect = all[(int) (chance.unit("which", number, i) * all.length)];
      int from = FIRST_YEAR + (int) (chance.unit("from", number, i) * 8) - 4;
      int lasts = 3 + (int) (chance.unit("lasts", number, i) * 9);
      if (year >= from && year < from + lasts && defect != LARGE_SCHOOL) {
        defects.add(defect);
      }
    }
  }

  /** 37 and 90 have no common divisor: every slot is taken once. */
  private static int slot(int number) {
    return Math.floorMod(number * 37 + 11, PATTERN);
  }
}
