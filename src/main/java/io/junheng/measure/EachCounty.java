package io.junheng.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Stream;

/** County after county, from tallies that stand together by period and county. */
final class EachCounty<T> implements Iterator<T> {
  private final Iterator<CountyTally> tallies;
  private final Function<List<CountyTally>, Stream<T>> made;
  private CountyTally next;
  private Iterator<T> ofCounty = Collections.emptyIterator();

  EachCounty(Iterator<CountyTally> tallies, Function<List<CountyTally>, Stream<T>> made) {
    this.tallies = tallies;
    this.made = made;
    step();
  }

  private void step() {
    next = tallies.hasNext() ? tallies.next() : null;
  }

  @Override
  public boolean hasNext() {
    while (!ofCounty.hasNext() && next != null) {
      ofCounty = made.apply(county()).iterator();
    }
    return ofCounty.hasNext();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ofCounty.next();
  }

  private List<CountyTally> county() {
    CountyTally first = next;
    List<CountyTally> county = new ArrayList<>();
    while (next != null
        && next.period() == first.period()
        && next.county().equals(first.county())) {
      county.add(next);
      step();
    }
    return county;
  }
}
