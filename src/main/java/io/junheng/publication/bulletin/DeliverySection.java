package io.junheng.publication.bulletin;

import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.publication.Cells;
import io.junheng.table.CountyVerdict;
import io.junheng.table.DimArea;
import io.junheng.table.Submission;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * Which counties have not delivered a dataset that others have. Cities and the province are not
 * expected to deliver anything.
 */
record DeliverySection(Bulletin bulletin, Period period) {
  private static final Set<String> ACCEPTED = Set.of("accepted", "accepted_with_warnings");
  private static final Set<String> ABOVE_COUNTIES = Set.of("province", "city");
  private static final int MOST_NAMED = 20;

  void write(Draft draft) {
    draft.heading(bulletin.in("三、报送情况", "3. Deliveries"));
    SortedMap<String, SortedSet<String>> delivered = delivered(aboveCounties());
    if (delivered.isEmpty()) {
      draft.paragraph(
          bulletin.in(
              "报送登记(ops.submission)中没有周期 %s 的记录。".formatted(period),
              "The register of deliveries (ops.submission) holds nothing of period %s."
                  .formatted(period)));
      return;
    }
    SortedSet<String> expected = expected(delivered);
    delivered.forEach((dataset, counties) -> dataset(draft, dataset, counties, expected));
  }

  private Set<String> aboveCounties() {
    return bulletin.gold().rows(DimArea.TABLE).stream()
        .filter(row -> ABOVE_COUNTIES.contains(Cells.text(row, DimArea.AREA_LEVEL).orElse("")))
        .map(row -> Cells.code(row, DimArea.AREA_CODE))
        .collect(Collectors.toSet());
  }

  /** Counties with an accepted file, by dataset. */
  private SortedMap<String, SortedSet<String>> delivered(Set<String> above) {
    return bulletin.gold().rows(Submission.TABLE, period).stream()
        .filter(row -> ACCEPTED.contains(Cells.text(row, Submission.STATE).orElse("")))
        .filter(row -> !above.contains(Cells.code(row, Submission.COUNTY_CODE)))
        .collect(
            Collectors.groupingBy(
                row -> Cells.code(row, Submission.DATASET),
                TreeMap::new,
                Collectors.mapping(
                    row -> Cells.code(row, Submission.COUNTY_CODE),
                    Collectors.toCollection(TreeSet::new))));
  }

  /** Who was judged in this period or the one before, or has delivered anything. */
  private SortedSet<String> expected(SortedMap<String, SortedSet<String>> delivered) {
    TreeSet<String> expected = new TreeSet<>();
    delivered.values().forEach(expected::addAll);
    for (Period one : List.of(period, period.previous())) {
      for (Row row : bulletin.gold().rows(CountyVerdict.TABLE, one)) {
        expected.add(Cells.code(row, CountyVerdict.COUNTY_CODE));
      }
    }
    return expected;
  }

  private String title(String dataset) {
    return bulletin.names().in(bulletin.datasets().getOrDefault(dataset, Text.same(dataset)));
  }

  private void dataset(
      Draft draft, String dataset, SortedSet<String> delivered, SortedSet<String> expected) {
    List<String> late = expected.stream().filter(county -> !delivered.contains(county)).toList();
    String source =
        "ops.submission: period=%s, dataset=%s, state accepted → count(distinct county_code)"
            .formatted(period, dataset);
    String names =
        late.stream()
            .limit(MOST_NAMED)
            .map(bulletin.names()::area)
            .collect(Collectors.joining(bulletin.in("、", ", ")));
    draft.paragraph(
        title(dataset) + bulletin.in(":已报送 ", ": delivered by "),
        new Figure(Integer.toString(delivered.size()), source),
        bulletin.in(" 个县(市、区),未报送 ", " counties, missing from "),
        new Figure(Integer.toString(late.size()), source),
        bulletin.in(" 个", "")
            + (late.isEmpty() ? "" : bulletin.in(":", ": ") + names)
            + (late.size() > MOST_NAMED ? "…" : "")
            + bulletin.in("。", "."));
  }
}
