package io.junheng.config;

import io.junheng.config.ConfFiles.Kind;
import io.junheng.definition.Area;
import io.junheng.definition.AreaSet;
import io.junheng.definition.Catalogue;
import io.junheng.definition.CodeList;
import io.junheng.definition.Contract;
import io.junheng.definition.Framework;
import io.junheng.definition.Indicator;
import io.junheng.definition.MeasureSet;
import io.junheng.definition.Scope;
import io.junheng.definition.SetCheck;
import io.junheng.definition.Stages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a {@code conf/} directory whole. Everything is read in the order in which it leans on other
 * things, and a wrong part does not keep the rest from being looked at, so that all problems come
 * at once. No session is started.
 */
public final class ConfReader {
  private final Problems problems = new Problems();
  private final ConfFiles files;
  private final Names names = new Names(problems);
  private final RememberedSql known = new RememberedSql(SqlMemory.ofMachine(), CatalystSql::new);
  private final SqlCheck sql = new SqlCheck(problems, known);
  private final Attempt attempt = new Attempt(problems);
  private final Map<Kind, List<Value>> documents = new EnumMap<>(Kind.class);

  public ConfReader(Path conf) {
    this.files = new ConfFiles(conf, problems);
  }

  /** Reads and checks everything; call once. */
  public ConfResult read() {
    files.list();
    if (!problems.isEmpty() && files.of(Kind.STAGES).isEmpty()) {
      return result(Optional.empty());
    }
    for (Kind kind : Kind.values()) {
      documents.put(kind, kind == Kind.AREAS ? List.of() : files.documents(kind));
    }
    new ShapesOfKinds(problems).check(documents);
    new ForbiddenFigures(problems).check(documents);
    new Definitions(names).note(documents, files.broken());
    new DialectReader(problems).read(documents.get(Kind.DIALECTS));
    Catalogue catalogue = catalogue();
    known.keep();
    return result(problems.isEmpty() ? Optional.of(catalogue) : Optional.empty());
  }

  private ConfResult result(Optional<Catalogue> catalogue) {
    return new ConfResult(catalogue, problems.sorted());
  }

  private Catalogue catalogue() {
    Stages stages = new StagesReader(problems, names).read(documents.get(Kind.STAGES));
    List<CodeList> codes = new CodesReader(problems).read(documents.get(Kind.CODES));
    AreasReader areasReader = new AreasReader(problems, names, files);
    List<Area> areas = areasReader.read();
    List<AreaSet> sets = new AreaSetsReader(problems, names, files, areasReader).read();
    Map<String, Vocabulary> stored = new LinkedHashMap<>();
    List<Contract> contracts = contracts(stored);
    List<SetCheck> setChecks =
        new SetChecksReader(problems, names, sql, stored, contracts)
            .read(documents.get(Kind.CONTRACTS));
    List<MeasureSet> measures =
        new MeasuresReader(problems, names, sql, stored, stages).read(documents.get(Kind.MEASURES));
    Vocabulary schools = schools(stored);
    IndicatorsReader reader = new IndicatorsReader(problems, names, sql, schools);
    List<Scope> scopes = reader.scopes(documents.get(Kind.INDICATORS));
    Map<Indicator, Value> indicators = reader.indicators(documents.get(Kind.INDICATORS));
    IndicatorChecks checks = new IndicatorChecks(problems, new Measures(measures), indicators);
    checks.run();
    new ExampleRunner(problems, sql, schools, checks).run(indicators);
    List<Framework> frameworks =
        new FrameworksReader(problems, names, sql, schools, checks)
            .read(documents.get(Kind.FRAMEWORKS));
    return new Catalogue(
        files.digest(),
        files.digestOfFigures(),
        stages,
        areas,
        sets,
        codes,
        contracts,
        measures,
        scopes,
        List.copyOf(indicators.keySet()),
        frameworks,
        setChecks,
        new CalendarReader(problems, names).read(documents.get(Kind.CALENDAR)));
  }

  /**
   * Reads the contracts and notes what may be read from the table of each; nothing is known of a
   * wrong one.
   */
  private List<Contract> contracts(Map<String, Vocabulary> stored) {
    ContractReader reader = new ContractReader(problems, names, sql);
    List<Contract> contracts = new ArrayList<>();
    for (Value document : documents.get(Kind.CONTRACTS)) {
      Optional<Contract> contract = attempt.at(document, () -> reader.read(document));
      contract.ifPresent(
          c -> {
            contracts.add(c);
            stored.put(c.id(), Vocabulary.stored(c, !problems.concern(document.file())));
          });
    }
    new ReferenceChecks(problems).run(documents.get(Kind.CONTRACTS), contracts);
    return contracts;
  }

  /** What conditions on schools may read; a measure hides a column of the same name. */
  private Vocabulary schools(Map<String, Vocabulary> stored) {
    Optional<Value> contract = new SchoolContract(problems).find(documents.get(Kind.CONTRACTS));
    Vocabulary unknown = new Vocabulary(Map.of(), false);
    Vocabulary measures =
        Vocabulary.of(names.all(Names.Kind.MEASURE).keySet(), Vocabulary.MEASURE)
            .and(names.isComplete(Names.Kind.MEASURE) ? new Vocabulary(Map.of(), true) : unknown);
    if (contract.isEmpty()) {
      return names.isComplete(Names.Kind.CONTRACT) ? measures : measures.and(unknown);
    }
    String id = contract.get().find("contract").filter(Value::isScalar).map(Value::text).orElse("");
    return stored.getOrDefault(id, unknown).and(measures);
  }
}
