package io.junheng.definition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** How an indicator's value comes about. */
public sealed interface Formula {
  /** Measures that it reads itself; none where it leans on other indicators or on a condition. */
  List<String> measures();

  /**
   * Sum ÷ sum × factor, at school, county, city and province alike.
   *
   * @param among scope of schools whose figures count for areas; empty: all
   * @param ofAmong scope of schools that count above the line, others there as 0; empty: all
   */
  record Ratio(
      String of, String per, BigDecimal times, Optional<String> among, Optional<String> ofAmong)
      implements Formula {
    /** All schools count on both sides, as far as they take part. */
    public Ratio(String of, String per, BigDecimal times, Optional<String> among) {
      this(of, per, times, among, Optional.empty());
    }

    @Override
    public List<String> measures() {
      return List.of(of, per);
    }
  }

  /** Schools that meet a condition ÷ schools for which it can be told × 100. */
  record ShareOfSchools(Expression where, Optional<String> among) implements Formula {
    @Override
    public List<String> measures() {
      return List.of();
    }
  }

  /**
   * Pupil-weighted coefficient of variation between the schools of a county.
   *
   * @param of id of a ratio indicator
   * @param weight id of the measure that weighs, the ratio's denominator as a rule
   * @param among id of the scope
   */
  record Dispersion(String of, String weight, String among) implements Formula {
    @Override
    public List<String> measures() {
      return List.of();
    }
  }

  /** Change on the period before in percent: (now − before) ÷ before × 100. */
  record Growth(String of) implements Formula {
    @Override
    public List<String> measures() {
      return List.of(of);
    }
  }

  /** Answers that say yes ÷ valid answers × 100. */
  record Survey(String of, String weight) implements Formula {
    @Override
    public List<String> measures() {
      return List.of(of, weight);
    }
  }

  /** SQL over other indicators' values of the same unit and stage. */
  record Derived(Expression value) implements Formula {
    @Override
    public List<String> measures() {
      return List.of();
    }
  }

  /** A measure as it is. */
  record MeasureValue(String of) implements Formula {
    @Override
    public List<String> measures() {
      return List.of(of);
    }
  }
}
