package io.junheng.intake.format;

import io.junheng.definition.Catalogue;
import io.junheng.definition.CodeList;
import io.junheng.definition.Column;
import io.junheng.definition.Column.Personal;
import io.junheng.definition.Contract;
import io.junheng.definition.MeasureSet;
import io.junheng.definition.MeasureSet.Grain;
import io.junheng.definition.Stage;
import io.junheng.definition.StageGroup;
import io.junheng.definition.Stages;
import io.junheng.definition.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a {@link RowPlan} from a contract and the code lists, stages and areas that it refers to.
 *
 * @param references keys that columns may name
 * @param files that are going to be read
 */
record RowPlans(Catalogue catalogue, ReferenceKeys references, List<FilePlan> files) {
  RowPlan of(Contract contract, KeyLocation key) {
    Set<String> keyColumns = keyColumns(contract);
    List<ColumnPlan> columns =
        contract.columns().stream()
            .map(column -> plan(contract, column, keyColumns.contains(column.name())))
            .collect(Collectors.toCollection(ArrayList::new));
    return new RowPlan(
        contract.id(),
        contract.title().zh(),
        contract.title().en(),
        contract.sheet().orElse(""),
        columns,
        Masking.of(contract),
        contract.period().isPresent(),
        key);
  }

  /**
   * The delivered columns whose values tell rows apart. Where the period comes from the rows, the
   * columns that it is worked out from count as well, since a key is unique within a period only.
   */
  private static Set<String> keyColumns(Contract contract) {
    Stream<String> ofKey = contract.key().stream().map(name -> deliveredAs(contract, name));
    Stream<String> ofPeriod =
        contract.period().stream()
            .flatMap(period -> period.names().stream())
            .filter(name -> contract.column(name).isPresent());
    return Stream.concat(ofKey, ofPeriod).collect(Collectors.toUnmodifiableSet());
  }

  private static String deliveredAs(Contract contract, String stored) {
    return contract.columns().stream()
        .filter(column -> isStoredAs(column, stored))
        .map(Column::name)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "contract '%s': '%s' in the key is neither a stored column nor a keyed hash"
                        .formatted(contract.id(), stored)));
  }

  private static boolean isStoredAs(Column column, String stored) {
    return column.isKept()
        ? column.name().equals(stored)
        : column.becomes().stream()
            .anyMatch(becomes -> becomes.name().equals(stored) && becomes.by().isEmpty());
  }

  private ColumnPlan plan(Contract contract, Column column, boolean inKey) {
    Optional<CodePlan> codes = column.codes().flatMap(list -> codes(contract, list));
    return new ColumnPlan(
        column.name(),
        column.title().zh(),
        column.title().en(),
        headers(column),
        column.type(),
        column.type() == Column.ColumnType.DECIMAL ? column.decimals() : 0,
        column.required(),
        column.minimum().orElse(null),
        column.maximum().orElse(null),
        column.pattern().orElse(null),
        column.unit().orElse(""),
        codes.orElse(null),
        column.check().orElse(null),
        absence(column, codes),
        column.units(),
        column.references().map(r -> references.planOf(r, files)).orElse(null),
        column.personal() != Personal.OPEN,
        column.isHashed(),
        inKey);
  }

  /** A word that the code list knows is a code: «无» among the levels of backbone teachers. */
  private static ColumnPlan.Absence absence(Column column, Optional<CodePlan> codes) {
    Set<String> spellings = codes.map(CodePlan::spellings).orElse(Set.of());
    return new ColumnPlan.Absence(
        column.absence().blank().stream().filter(word -> !spellings.contains(word)).toList(),
        column.absence().refused().stream().filter(word -> !spellings.contains(word)).toList());
  }

  private static List<String> headers(Column column) {
    Text title = column.title();
    return Stream.concat(
            Stream.of(column.name(), title.zh(), title.en()), column.headers().stream())
        .map(HeaderName::normal)
        .distinct()
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private Optional<CodePlan> codes(Contract contract, String list) {
    if (list.equals("areas")) {
      // Rows that name their areas themselves are not held against the areas of conf/.
      return contract.areas().isPresent() ? Optional.empty() : Optional.of(areas(catalogue));
    }
    if (list.equals("stages")) {
      return Optional.of(stages(contract));
    }
    return Optional.of(codes(catalogue.codeList(list)));
  }

  private static CodePlan codes(CodeList list) {
    List<CodePlan.Entry> entries = new ArrayList<>();
    Map<String, List<String>> successors = new HashMap<>();
    for (CodeList.Code code : list.codes()) {
      Stream.concat(
              Stream.of(code.code(), code.title().zh(), code.title().en()), code.aliases().stream())
          .forEach(spelling -> entries.add(entry(spelling, code)));
      successors.put(code.code(), code.successors());
    }
    return new CodePlan(list.id(), false, entries, successors);
  }

  private static CodePlan.Entry entry(String spelling, CodeList.Code code) {
    return new CodePlan.Entry(
        spelling, code.code(), firstDay(code.validFrom()), lastDay(code.validTo()));
  }

  private static long firstDay(Optional<LocalDate> from) {
    return from.map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE);
  }

  private static long lastDay(Optional<LocalDate> to) {
    return to.map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE);
  }

  /** The codes of all areas of any time. */
  static CodePlan areas(Catalogue catalogue) {
    List<CodePlan.Entry> entries =
        catalogue.areas().stream()
            .map(
                area ->
                    new CodePlan.Entry(
                        area.code(),
                        area.code(),
                        firstDay(area.validFrom()),
                        lastDay(area.validTo())))
            .collect(Collectors.toCollection(ArrayList::new));
    Map<String, List<String>> successors = new HashMap<>();
    catalogue
        .areas()
        .forEach(area -> successors.merge(area.code(), area.successors(), RowPlans::both));
    return new CodePlan("areas", true, entries, successors);
  }

  private static List<String> both(List<String> some, List<String> others) {
    return Stream.concat(some.stream(), others.stream()).distinct().toList();
  }

  /**
   * Groups and the total are accepted only where figures are reported for an area: a person or a
   * school has a stage.
   */
  private CodePlan stages(Contract contract) {
    Stages stages = catalogue.stages();
    List<CodePlan.Entry> entries = new ArrayList<>();
    for (Stage stage : stages.stages()) {
      add(entries, stage.id(), stage.title());
    }
    if (!isPerSchool(contract)) {
      for (StageGroup group : stages.groups()) {
        add(entries, group.id(), group.title());
      }
      add(entries, Stages.TOTAL, stages.titleOf(Stages.TOTAL));
    }
    return new CodePlan("stages", false, entries, Map.of());
  }

  private boolean isPerSchool(Contract contract) {
    return catalogue.measureSets().stream()
        .filter(set -> set.contract().equals(contract.id()))
        .map(MeasureSet::per)
        .anyMatch(Grain.SCHOOL_STAGE::equals);
  }

  private static void add(List<CodePlan.Entry> entries, String id, Text title) {
    Stream.of(id, title.zh(), title.en())
        .forEach(spelling -> entries.add(CodePlan.Entry.always(spelling, id)));
  }
}
