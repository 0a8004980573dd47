package io.junheng.explain;

import io.junheng.definition.Adjustment;
import io.junheng.definition.Aggregate;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Column;
import io.junheng.definition.Contract;
import io.junheng.definition.Expression;
import io.junheng.definition.Formula;
import io.junheng.definition.Framework;
import io.junheng.definition.FrameworkItem;
import io.junheng.definition.Indicator;
import io.junheng.definition.ItemTest;
import io.junheng.definition.Measure;
import io.junheng.definition.MeasureSet;
import io.junheng.definition.Rollup;
import io.junheng.definition.Scope;
import io.junheng.definition.ScoreNode;
import io.junheng.definition.SingleItem;
import io.junheng.definition.Text;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What is made from what, as the definitions say: delivered column → stored column → measure →
 * indicator → item → framework, with the scopes of schools between.
 */
public final class Lineage {
  private static final String EVIDENCE = "evidence";

  /** What a name can stand for, in the order in which figures are made. */
  public enum Kind {
    COLUMN("列", "column"),
    MEASURE("计量", "measure"),
    SCOPE("学校范围", "scope"),
    INDICATOR("指标", "indicator"),
    ITEM("条目", "item"),
    FRAMEWORK("评价体系", "framework");

    private final String zh;
    private final String en;

    Kind(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    public Text title() {
      return new Text(zh, en);
    }

    /** The word in JSON. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One definition.
   *
   * @param id as {@code conf/} gives it; of a column {@code dataset.column}, of an item {@code
   *     framework/item}
   */
  public record Node(Kind kind, String id, Text title) {}

  /** That one is read to make the other. */
  public record Step(Node from, Node into) {}

  private final Catalogue catalogue;
  private final Map<String, Measure> measures;
  private final Map<Node, Set<Node>> made = new LinkedHashMap<>();
  private final Map<Node, Set<Node>> makes = new LinkedHashMap<>();
  private final Map<String, Node> columns = new LinkedHashMap<>();

  public Lineage(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.measures = catalogue.measures();
    catalogue.contracts().forEach(this::addColumns);
    catalogue.measureSets().forEach(this::addMeasures);
    catalogue.scopes().forEach(scope -> reads(node(scope), inSchool(scope.where())));
    catalogue.indicators().forEach(i -> reads(node(i), inputs(i)));
    catalogue.frameworks().forEach(this::addFramework);
  }

  /** All that a name stands for: an id, or the last part of a column's or an item's. */
  public List<Node> find(String name) {
    return made.keySet().stream()
        .filter(node -> node.id().equals(name) || lastPart(node).equals(name))
        .toList();
  }

  /** Every name that is understood. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    made.keySet().forEach(node -> names.addAll(List.of(node.id(), lastPart(node))));
    return names;
  }

  private static String lastPart(Node node) {
    return switch (node.kind()) {
      case COLUMN -> node.id().substring(node.id().indexOf('.') + 1);
      case ITEM -> node.id().substring(node.id().indexOf('/') + 1);
      default -> node.id();
    };
  }

  /** What a definition reads. */
  public List<Node> from(Node node) {
    return List.copyOf(made.getOrDefault(node, Set.of()));
  }

  /** What reads a definition. */
  public List<Node> into(Node node) {
    return List.copyOf(makes.getOrDefault(node, Set.of()));
  }

  /** The steps right before and after a definition. */
  public List<Step> next(Node node) {
    Set<Step> steps = new LinkedHashSet<>();
    from(node).forEach(from -> steps.add(new Step(from, node)));
    into(node).forEach(into -> steps.add(new Step(node, into)));
    return List.copyOf(steps);
  }

  /** All steps back to what is delivered and on to what is judged. */
  public List<Step> all(Node node) {
    Set<Step> steps = new LinkedHashSet<>();
    walk(node, this::from, (near, far) -> steps.add(new Step(far, near)));
    walk(node, this::into, (near, far) -> steps.add(new Step(near, far)));
    return List.copyOf(steps);
  }

  private interface Visit {
    void of(Node near, Node far);
  }

  private static void walk(Node start, Function<Node, List<Node>> onward, Visit visit) {
    Set<Node> seen = new LinkedHashSet<>(List.of(start));
    Deque<Node> left = new ArrayDeque<>(seen);
    while (!left.isEmpty()) {
      Node near = left.remove();
      for (Node far : onward.apply(near)) {
        visit.of(near, far);
        if (seen.add(far)) {
          left.add(far);
        }
      }
    }
  }

  private void addColumns(Contract contract) {
    for (Column column : contract.columns()) {
      Node delivered = column(contract, column.name(), column.title());
      reads(delivered, List.of());
      for (Column.Replacement stored : column.becomes()) {
        reads(column(contract, stored.name(), stored.title()), List.of(delivered));
      }
    }
  }

  private Node column(Contract contract, String name, Text title) {
    return columns.computeIfAbsent(
        contract.id() + "." + name, id -> new Node(Kind.COLUMN, id, title));
  }

  private Optional<Node> stored(String contract, String name) {
    return Optional.ofNullable(columns.get(contract + "." + name));
  }

  private void addMeasures(MeasureSet set) {
    for (Measure measure : set.measures()) {
      reads(node(measure), inputs(set, measure));
    }
  }

  /**
   * What a measure reads: columns of its dataset, measures of the same source, and that of the form
   * which decides.
   */
  public List<Node> inputs(MeasureSet set, Measure measure) {
    Set<String> names = new TreeSet<>();
    measure.where().ifPresent(where -> names.addAll(where.names()));
    names.addAll(names(measure.aggregate()));
    measure.decidedBy().ifPresent(names::add);
    return names.stream()
        .flatMap(name -> stored(set.contract(), name).or(() -> measure(name)).stream())
        .toList();
  }

  private static Set<String> names(Aggregate aggregate) {
    Set<String> names = new TreeSet<>();
    if (aggregate instanceof Aggregate.Count count) {
      names.addAll(count.condition().names());
    } else if (aggregate instanceof Aggregate.Sum sum) {
      names.addAll(sum.value().names());
    } else if (aggregate instanceof Aggregate.Min min) {
      names.addAll(min.value().names());
    } else if (aggregate instanceof Aggregate.Max max) {
      names.addAll(max.value().names());
    } else if (aggregate instanceof Aggregate.CountDistinct distinct) {
      names.addAll(distinct.value().names());
    } else if (aggregate instanceof Aggregate.CountGroups groups) {
      names.addAll(groups.by());
      groups.having().ifPresent(having -> names.addAll(having.names()));
    } else if (aggregate instanceof Aggregate.MaxOfGroups groups) {
      names.addAll(groups.by());
      names.add(groups.of());
    } else {
      throw new IllegalStateException("no inputs of %s".formatted(aggregate));
    }
    return names;
  }

  /** A measure hides a column of the same name. */
  private List<Node> inSchool(Expression expression) {
    return expression.names().stream()
        .sorted()
        .flatMap(
            name ->
                measure(name)
                    .or(
                        () ->
                            catalogue
                                .schoolContract()
                                .flatMap(contract -> stored(contract.id(), name)))
                    .stream())
        .toList();
  }

  /** What an indicator reads: measures, other indicators, columns of schools, its scope. */
  public List<Node> inputs(Indicator indicator) {
    Set<Node> inputs = new LinkedHashSet<>();
    Formula formula = indicator.formula();
    formula.measures().forEach(id -> measure(id).ifPresent(inputs::add));
    if (formula instanceof Formula.Ratio ratio) {
      ratio.among().ifPresent(id -> inputs.add(node(catalogue.scope(id))));
      ratio.ofAmong().ifPresent(id -> inputs.add(node(catalogue.scope(id))));
    } else if (formula instanceof Formula.ShareOfSchools share) {
      inputs.addAll(inSchool(share.where()));
      share.among().ifPresent(id -> inputs.add(node(catalogue.scope(id))));
    } else if (formula instanceof Formula.Dispersion spread) {
      inputs.add(node(catalogue.indicator(spread.of())));
      measure(spread.weight()).ifPresent(inputs::add);
      inputs.add(node(catalogue.scope(spread.among())));
    } else if (formula instanceof Formula.Derived derived) {
      derived.value().names().stream()
          .sorted()
          .forEach(id -> inputs.add(node(catalogue.indicator(id))));
    }
    if (indicator.rollup() instanceof Rollup.Weighted weighted) {
      measure(weighted.measure()).ifPresent(inputs::add);
    }
    return List.copyOf(inputs);
  }

  private void addFramework(Framework framework) {
    Node whole = new Node(Kind.FRAMEWORK, framework.id(), framework.head().title());
    if (framework instanceof Framework.Conjunctive conjunctive) {
      conjunctive.items().forEach(item -> reads(whole, List.of(added(conjunctive, item))));
      conjunctive.compositeCv().ifPresent(id -> reads(whole, List.of(indicator(id))));
    } else if (framework instanceof Framework.Weighted weighted) {
      weighted.tree().forEach(node -> reads(whole, List.of(added(weighted, node))));
      for (Adjustment adjustment : weighted.adjustments()) {
        for (Adjustment.Event event : adjustment.events()) {
          Node item = item(weighted, event.id(), event.title());
          reads(item, List.of(indicator(event.indicator())));
          reads(whole, List.of(item));
        }
      }
    } else if (framework instanceof Framework.Separate separate) {
      for (SingleItem single : separate.items()) {
        Node item = item(separate, single.id(), single.title());
        reads(item, List.of(indicator(single.indicator())));
        reads(whole, List.of(item));
      }
    } else {
      throw new IllegalStateException("no lineage of %s".formatted(framework));
    }
  }

  private Node added(Framework.Conjunctive framework, FrameworkItem item) {
    Node node = item(framework, item.id(), item.title());
    for (ItemTest test : item.tests()) {
      if (test instanceof ItemTest.OfCounty county) {
        reads(node, List.of(indicator(county.indicator())));
      } else if (test instanceof ItemTest.OfSchools schools) {
        reads(node, List.of(indicator(schools.indicator())));
        schools
            .among()
            .or(framework::scope)
            .ifPresent(scope -> reads(node, List.of(node(catalogue.scope(scope)))));
        schools.limit().expression().ifPresent(limit -> reads(node, inSchool(limit)));
      } else if (test instanceof ItemTest.OfEvidence) {
        reads(node, stored(EVIDENCE, "grade").stream().toList());
      } else {
        throw new IllegalStateException("no lineage of %s".formatted(test));
      }
    }
    return node;
  }

  private Node added(Framework framework, ScoreNode node) {
    Node item = item(framework, node.id(), node.title());
    if (node instanceof ScoreNode.Branch branch) {
      branch.children().forEach(child -> reads(item, List.of(added(framework, child))));
    } else if (node instanceof ScoreNode.Leaf leaf) {
      reads(item, List.of(indicator(leaf.indicator())));
    } else if (node instanceof ScoreNode.Attested) {
      reads(item, stored(EVIDENCE, "grade").stream().toList());
    } else {
      throw new IllegalStateException("no lineage of %s".formatted(node));
    }
    return item;
  }

  private void reads(Node node, Collection<Node> inputs) {
    made.computeIfAbsent(node, any -> new LinkedHashSet<>()).addAll(inputs);
    inputs.forEach(input -> makes.computeIfAbsent(input, any -> new LinkedHashSet<>()).add(node));
  }

  private static Node item(Framework framework, String id, Text title) {
    return new Node(Kind.ITEM, framework.id() + "/" + id, title);
  }

  private Node indicator(String id) {
    return node(catalogue.indicator(id));
  }

  private Optional<Node> measure(String id) {
    return Optional.ofNullable(measures.get(id)).map(Lineage::node);
  }

  private static Node node(Measure measure) {
    return new Node(Kind.MEASURE, measure.id(), measure.title());
  }

  private static Node node(Scope scope) {
    return new Node(Kind.SCOPE, scope.id(), scope.title());
  }

  private static Node node(Indicator indicator) {
    return new Node(Kind.INDICATOR, indicator.id(), indicator.title());
  }
}
