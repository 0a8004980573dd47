package io.junheng.publication.site;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Expression;
import io.junheng.definition.Framework;
import io.junheng.definition.FrameworkItem;
import io.junheng.definition.ItemTest;
import io.junheng.definition.Legal;
import io.junheng.definition.Limit;
import io.junheng.definition.RankingRule;
import io.junheng.definition.ScoreNode;
import io.junheng.definition.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How a framework judges: its rule and every item with its standards, clause and origin. */
record FrameworkPage(Catalogue catalogue, Framework framework) {

  /**
   * @param rules how items make a verdict or a score, and how counties are put in order
   * @param items of a framework of standards; else empty
   * @param nodes of a framework of weights, in the order of its tree; else empty
   */
  record Content(
      Text title,
      Optional<String> document,
      Optional<String> clause,
      String edition,
      String origin,
      Text units,
      List<Text> rules,
      List<Item> items,
      List<Node> nodes) {}

  record Item(
      String id,
      Text title,
      Text group,
      String document,
      Optional<String> clause,
      String origin,
      List<Test> tests) {}

  /**
   * @param who what is held against the limit: {@code schools}, {@code county} or {@code evidence}
   * @param limits by stage
   * @param partly what must at least hold to be met in part
   * @param expression where the limit depends on the school
   */
  record Test(
      String id,
      String who,
      Optional<String> indicator,
      Optional<Text> title,
      String sign,
      Map<String, BigDecimal> limits,
      Map<String, BigDecimal> partly,
      Optional<BigDecimal> floorShare,
      Optional<String> expression,
      Optional<Text> among) {}

  record Node(
      String id,
      int depth,
      Text title,
      BigDecimal weight,
      Optional<String> indicator,
      Optional<String> stage,
      Optional<Text> scale,
      Optional<String> document,
      Optional<String> clause,
      String origin) {}

  Content content() {
    Framework.Head head = framework.head();
    return new Content(
        head.title(),
        head.legal().map(Legal::document),
        head.legal().flatMap(Legal::clause),
        head.edition(),
        head.origin().code(),
        catalogue.areaSet(head.areaSet()).title(),
        rules(),
        framework instanceof Framework.Conjunctive conjunctive
            ? conjunctive.items().stream().map(this::item).toList()
            : List.of(),
        framework instanceof Framework.Weighted weighted ? nodes(weighted) : List.of());
  }

  private List<Text> rules() {
    List<Text> rules = new ArrayList<>();
    if (framework instanceof Framework.Conjunctive conjunctive) {
      rules.addAll(new RuleWords(conjunctive).texts());
    } else if (framework instanceof Framework.Weighted weighted) {
      String max = ScaleWords.plain(weighted.score().max());
      rules.add(
          new Text("各条目得分逐级汇总，满分 %s 分".formatted(max), "items add up to %s points".formatted(max)));
      if (!weighted.bands().isEmpty()) {
        String bands =
            String.join(
                " · ",
                weighted.bands().stream()
                    .map(band -> band.grade() + " ≥ " + ScaleWords.plain(band.from()))
                    .toList());
        rules.add(new Text("等第：" + bands, "Grades: " + bands));
      }
    }
    rules.add(order());
    return rules;
  }

  private Text order() {
    RankingRule rule = framework.ranking();
    boolean ranks =
        rule.scope() == RankingRule.RankingScope.ALL
            || rule.scope() == RankingRule.RankingScope.PEER_GROUPS;
    if (!ranks) {
      return new Text("不排名次", "Counties are not put in order");
    }
    return rule.official()
        ? new Text("名次为办法所定", "The order is the regulation's own")
        : new Text("名次为工作排序，非官方名次", "The order is a working order, not an official ranking");
  }

  private Item item(FrameworkItem item) {
    return new Item(
        item.id(),
        item.title(),
        item.group(),
        item.legal().document(),
        item.legal().clause(),
        item.origin().code(),
        item.tests().stream().map(this::test).toList());
  }

  private Test test(ItemTest test) {
    if (test instanceof ItemTest.OfSchools schools) {
      return limited(
          test.id(),
          "schools",
          schools.indicator(),
          schools.limit(),
          Map.of(),
          schools.floorShare(),
          schools.among().map(scope -> catalogue.scope(scope).title()));
    } else if (test instanceof ItemTest.OfCounty county) {
      return limited(
          test.id(),
          "county",
          county.indicator(),
          county.limit(),
          county.partly().map(Limit::byStage).orElse(Map.of()),
          Optional.empty(),
          Optional.empty());
    } else if (test instanceof ItemTest.OfEvidence evidence) {
      return new Test(
          test.id(),
          "evidence",
          Optional.empty(),
          Optional.of(evidence.title()),
          "",
          Map.of(),
          Map.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
    throw new IllegalStateException("no words for test " + test);
  }

  private static Test limited(
      String id,
      String who,
      String indicator,
      Limit limit,
      Map<String, BigDecimal> partly,
      Optional<BigDecimal> floorShare,
      Optional<Text> among) {
    return new Test(
        id,
        who,
        Optional.of(indicator),
        Optional.empty(),
        ScaleWords.sign(limit.comparison()),
        new TreeMap<>(limit.byStage()),
        new TreeMap<>(partly),
        floorShare,
        limit.expression().map(Expression::sql),
        among);
  }

  private static List<Node> nodes(Framework.Weighted weighted) {
    List<Node> nodes = new ArrayList<>();
    weighted.tree().forEach(node -> addNode(node, 0, nodes));
    return nodes;
  }

  private static void addNode(ScoreNode node, int depth, List<Node> nodes) {
    Optional<ScoreNode.Leaf> leaf =
        node instanceof ScoreNode.Leaf one ? Optional.of(one) : Optional.empty();
    nodes.add(
        new Node(
            node.id(),
            depth,
            node.title(),
            node.weight(),
            leaf.map(ScoreNode.Leaf::indicator),
            leaf.map(ScoreNode.Leaf::stage),
            leaf.map(one -> ScaleWords.of(one.normalise())),
            node.source().legal().map(Legal::document),
            node.source().legal().flatMap(Legal::clause),
            node.source().origin().code()));
    if (node instanceof ScoreNode.Branch branch) {
      branch.children().forEach(child -> addNode(child, depth + 1, nodes));
    }
  }
}
