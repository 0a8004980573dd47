package io.junheng.intake.check;

import io.junheng.definition.Text;
import io.junheng.intake.check.FileSummary.BrokenRule;
import io.junheng.intake.check.FileSummary.Place;
import io.junheng.intake.format.FileFinding;
import io.junheng.intake.format.Level;
import io.junheng.intake.format.RawColumns;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Checks raw rows and sums them up, file after file, and hands the good ones to a {@link RowStore}.
 * The row that stands for a file as a whole comes behind its others. Read by {@link JudgeFiles}.
 *
 * @param schema of the raw rows
 * @param rules ids of the conditions of rows
 * @param store empty or one
 */
record SummariseFiles<T extends Serializable>(
    StructType schema,
    List<String> rules,
    RowConditions ofRows,
    FileConditions ofFiles,
    List<RowStore<T>> store)
    implements FlatMapFunction<Iterator<InternalRow>, FileSummary<T>> {
  private static final int SHOWN = 3;

  @Override
  public Iterator<FileSummary<T>> call(Iterator<InternalRow> rows) throws IOException {
    List<FileSummary<T>> summaries = new ArrayList<>();
    OneFile file = new OneFile();
    try {
      while (rows.hasNext()) {
        file.add(rows.next()).ifPresent(summaries::add);
      }
      return summaries.iterator();
    } finally {
      file.abandon();
    }
  }

  /** A figure that grows, with the first rows that made it grow. */
  private static final class Failures {
    private final List<Long> first = new ArrayList<>();
    private long count;

    void add(long row) {
      count++;
      if (first.size() < SHOWN) {
        first.add(row);
      }
    }
  }

  /** The file whose rows are passing. */
  private final class OneFile {
    private static final UTF8String SETS_ASIDE = UTF8String.fromString(Level.ROW.code());

    private final int fileNumber = schema.fieldIndex(RawColumns.FILE_NO);
    private final int rowNumber = schema.fieldIndex(RawColumns.ROW);
    private final int findings = schema.fieldIndex(RawColumns.FINDINGS);
    private final RowConditions.Evaluation conditions = ofRows.evaluation();
    private final FileConditions.Tally tally = ofFiles.tally();
    private final UTF8String[] ruleNames =
        rules.stream().map(UTF8String::fromString).toArray(UTF8String[]::new);
    private final Map<List<Object>, long[]> places = new LinkedHashMap<>();
    private final Map<String, Failures> broken = new HashMap<>();
    private Optional<RowStore.Part<T>> part = Optional.empty();
    private UTF8String placeArea = UTF8String.EMPTY_UTF8;
    private int placePeriod;
    private long[] place = new long[2];
    private long rows;
    private long rejected;

    /** The summary, once the row of the file comes. */
    Optional<FileSummary<T>> add(InternalRow row) throws IOException {
      long number = row.getLong(rowNumber);
      if (number == 0) {
        FileSummary<T> summary = summary(row);
        begin();
        return Optional.of(summary);
      }
      rows++;
      tally.add(row);
      conditions.read(row);
      locate();
      place[0]++;
      ArrayData problems = conditions.problems();
      if (problems != null && isRejected(problems, number)) {
        place[1]++;
        rejected++;
      } else if (!store.isEmpty()) {
        part().write(conditions.stored());
      }
      return Optional.empty();
    }

    private boolean isRejected(ArrayData found, long number) {
      boolean setsAside = false;
      boolean[] isBroken = new boolean[rules.size()];
      for (int i = 0; i < found.numElements(); i++) {
        InternalRow problem = found.getStruct(i, RawColumns.PROBLEM.size());
        setsAside |=
            problem.getUTF8String(RawColumns.PROBLEM.fieldIndex("level")).equals(SETS_ASIDE);
        int rule = Arrays.asList(ruleNames).indexOf(problem.getUTF8String(0));
        if (rule >= 0) {
          isBroken[rule] = true;
        }
      }
      IntStream.range(0, isBroken.length)
          .filter(rule -> isBroken[rule])
          .forEach(
              rule -> broken.computeIfAbsent(rules.get(rule), any -> new Failures()).add(number));
      return setsAside;
    }

    /** Neighbouring rows belong to the same place. */
    private void locate() {
      boolean isSomewhere = conditions.isSomewhere();
      int period = isSomewhere ? conditions.period() : 0;
      UTF8String area = isSomewhere ? conditions.area() : UTF8String.EMPTY_UTF8;
      if (rows == 1 || period != placePeriod || !area.equals(placeArea)) {
        placePeriod = period;
        placeArea = area.copy();
        place = places.computeIfAbsent(List.of(period, area.toString()), any -> new long[2]);
      }
    }

    private RowStore.Part<T> part() throws IOException {
      if (part.isEmpty()) {
        part = Optional.of(store.get(0).open(placePeriod, placeArea.toString()));
      }
      return part.get();
    }

    private FileSummary<T> summary(InternalRow row) throws IOException {
      List<T> stored = new ArrayList<>();
      if (part.isPresent()) {
        stored.add(part.get().finish());
        part = Optional.empty();
      }
      return new FileSummary<>(
          row.getInt(fileNumber),
          rows,
          rejected,
          found(row.getArray(findings)),
          rules.stream().flatMap(this::broken).toList(),
          rows == 0 ? List.of() : tally.unmet(),
          places(),
          stored);
    }

    private Stream<BrokenRule> broken(String rule) {
      return Optional.ofNullable(broken.get(rule)).stream()
          .map(failures -> new BrokenRule(rule, failures.count, List.copyOf(failures.first)));
    }

    private List<Place> places() {
      return places.entrySet().stream()
          .map(
              entry ->
                  new Place(
                      (Integer) entry.getKey().get(0),
                      (String) entry.getKey().get(1),
                      entry.getValue()[0],
                      entry.getValue()[1]))
          .toList();
    }

    private List<FileFinding> found(ArrayData ofReader) {
      List<FileFinding> found = new ArrayList<>();
      for (int i = 0; i < ofReader.numElements(); i++) {
        found.add(finding(ofReader.getStruct(i, RawColumns.FINDING.size())));
      }
      return found;
    }

    private static FileFinding finding(InternalRow found) {
      StructType fields = RawColumns.FINDING;
      List<String> examples = new ArrayList<>();
      ArrayData shown = found.getArray(fields.fieldIndex("examples"));
      shown.foreach(
          DataTypes.StringType,
          (index, example) -> {
            examples.add(example.toString());
            return null;
          });
      return new FileFinding(
          text(found, "rule"),
          "",
          text(found, "column"),
          Level.of(text(found, "level")),
          found.getLong(fields.fieldIndex("checked")),
          found.getLong(fields.fieldIndex("failed")),
          examples,
          new Text(text(found, "message_zh"), text(found, "message_en")));
    }

    private static String text(InternalRow found, String field) {
      UTF8String text = found.getUTF8String(RawColumns.FINDING.fieldIndex(field));
      return text == null ? "" : text.toString();
    }

    private void begin() {
      rows = 0;
      rejected = 0;
      places.clear();
      broken.clear();
      tally.begin();
    }

    void abandon() throws IOException {
      if (part.isPresent()) {
        part.get().abandon();
      }
    }
  }
}
