package io.junheng.measure;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** County after county, from tallies that stand together by period and county. */
final class EachCounty<T> implements Iterator<T> {
  private final Iterator<CountyTally> tallies;
  private final Function<List<CountyTally>, T> made;
  private CountyTally next;

  EachCounty(Iterator<CountyTally> tallies, Function<List<CountyTally>, T> made) {
    this.tallies = tallies;
    this.made = made;
    step();
  }

  private void step() {
    next = tallies.hasNext() ? tallies.next() : null;
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    CountyTally first = next;
    List<CountyTally> county = new ArrayList<>();
    while (next != null
        && next.period() == first.period()
        && next.county().equals(first.county())) {
      county.add(next);
      step();
    }
    return made.apply(county);
  }
}
