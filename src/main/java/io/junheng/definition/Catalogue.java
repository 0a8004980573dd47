package io.junheng.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All definitions of one {@code conf/} directory, checked against each other.
 *
 * @param digest SHA-256 over the files in the order of their names, in hexadecimal
 * @param figuresDigest the same without the frameworks: measures and indicators rest on these
 */
public record Catalogue(
    String digest,
    String figuresDigest,
    Stages stages,
    List<Area> areas,
    List<AreaSet> areaSets,
    List<CodeList> codeLists,
    List<Contract> contracts,
    List<MeasureSet> measureSets,
    List<Scope> scopes,
    List<Indicator> indicators,
    List<Framework> frameworks,
    List<SetCheck> setChecks,
    Calendar calendar) {
  public Catalogue {
    areas = List.copyOf(areas);
    areaSets = List.copyOf(areaSets);
    codeLists = List.copyOf(codeLists);
    contracts = List.copyOf(contracts);
    measureSets = List.copyOf(measureSets);
    scopes = List.copyOf(scopes);
    indicators = List.copyOf(indicators);
    frameworks = List.copyOf(frameworks);
    setChecks = List.copyOf(setChecks);
  }

  /**
   * Definitions without set checks and calendar, of which nothing tells frameworks from the rest.
   */
  public Catalogue(
      String digest,
      Stages stages,
      List<Area> areas,
      List<AreaSet> areaSets,
      List<CodeList> codeLists,
      List<Contract> contracts,
      List<MeasureSet> measureSets,
      List<Scope> scopes,
      List<Indicator> indicators,
      List<Framework> frameworks) {
    this(
        digest,
        digest,
        stages,
        areas,
        areaSets,
        codeLists,
        contracts,
        measureSets,
        scopes,
        indicators,
        frameworks,
        List.of(),
        Calendar.EMPTY);
  }

  /**
   * The same definitions with one share of rows that may be set aside in place of each contract's.
   */
  public Catalogue withMaxRejectedShare(double share) {
    return new Catalogue(
        digest,
        figuresDigest,
        stages,
        areas,
        areaSets,
        codeLists,
        contracts.stream().map(contract -> contract.withMaxRejectedShare(share)).toList(),
        measureSets,
        scopes,
        indicators,
        frameworks,
        setChecks,
        calendar);
  }

  /**
   * The same with these frameworks alone; what only the others need is left out.
   *
   * @throws IllegalArgumentException if one of them does not exist
   */
  public Catalogue withFrameworks(Set<String> ids) {
    ids.forEach(this::framework);
    return new FrameworkChoice(this, ids).apply();
  }

  /**
   * The same for a province that delivers these datasets alone; measures and indicators that read
   * others are left out.
   *
   * @throws IllegalArgumentException if one of them does not exist, or a framework needs another
   */
  public Catalogue withDatasets(Set<String> ids) {
    ids.forEach(this::contract);
    return new DatasetChoice(this, ids).apply();
  }

  /** The same with these frameworks alone; measures and indicators all stay. */
  public Catalogue judging(Set<String> ids) {
    ids.forEach(this::framework);
    return new Catalogue(
        digest,
        figuresDigest,
        stages,
        areas,
        areaSets,
        codeLists,
        contracts,
        measureSets,
        scopes,
        indicators,
        frameworks.stream().filter(framework -> ids.contains(framework.id())).toList(),
        setChecks,
        calendar);
  }

  public Contract contract(String id) {
    return require("contract", id, contracts, Contract::id);
  }

  public Indicator indicator(String id) {
    return require("indicator", id, indicators, Indicator::id);
  }

  public Scope scope(String id) {
    return require("scope", id, scopes, Scope::id);
  }

  public AreaSet areaSet(String id) {
    return require("area set", id, areaSets, AreaSet::id);
  }

  public CodeList codeList(String id) {
    return require("code list", id, codeLists, CodeList::id);
  }

  public Framework framework(String id) {
    return require("framework", id, frameworks, Framework::id);
  }

  public Measure measure(String id) {
    return measures().get(id);
  }

  /** Every measure by its id. */
  public Map<String, Measure> measures() {
    return measureSets.stream()
        .flatMap(set -> set.measures().stream())
        .collect(Collectors.toUnmodifiableMap(Measure::id, Function.identity()));
  }

  /** The set that a measure belongs to. */
  public MeasureSet setOf(String measure) {
    return measureSets.stream()
        .filter(set -> set.measures().stream().anyMatch(m -> m.id().equals(measure)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no measure '%s'".formatted(measure)));
  }

  /**
   * Whether both sides are counted for the stages of schools from the records of one dataset, and a
   * signed form decides about one of them: then a school brings both from the form or both from its
   * records, so that a part is never divided by the whole of another source.
   */
  public boolean isOfOneSource(Formula.Ratio ratio) {
    MeasureSet of = setOf(ratio.of());
    MeasureSet per = setOf(ratio.per());
    return of.per() == MeasureSet.Grain.SCHOOL_STAGE
        && per.per() == MeasureSet.Grain.SCHOOL_STAGE
        && of.contract().equals(per.contract())
        && !ratio.of().equals(ratio.per())
        && (measure(ratio.of()).decidedBy().isPresent()
            || measure(ratio.per()).decidedBy().isPresent());
  }

  /** The contract whose rows describe schools, if there is one. */
  public Optional<Contract> schoolContract() {
    return contracts.stream().filter(Contract::describesSchools).findFirst();
  }

  private static <T> T require(String kind, String id, List<T> values, Function<T, String> idOf) {
    return values.stream()
        .filter(value -> idOf.apply(value).equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no %s '%s'".formatted(kind, id)));
  }
}
