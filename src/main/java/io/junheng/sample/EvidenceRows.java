package io.junheng.sample;

import io.junheng.definition.Framework;
import io.junheng.definition.FrameworkItem;
import io.junheng.definition.ItemTest;
import io.junheng.definition.ScoreNode;
import java.util.ArrayList;
import java.util.List;

/** What the county attests, for every statement that the catalogue's frameworks ask for. */
final class EvidenceRows implements DatasetRows {
  private final CountyPlan county;
  private final Labels labels;
  private final Chance chance;
  private final List<String[]> rows = new ArrayList<>();

  EvidenceRows(CountyPlan county, Labels labels, Chance chance, List<Framework> frameworks) {
    this.county = county;
    this.labels = labels;
    this.chance = chance;
    for (Framework framework : frameworks) {
      if (framework instanceof Framework.Conjunctive conjunctive) {
        attest(conjunctive);
      } else if (framework instanceof Framework.Weighted weighted) {
        attest(framework, attested(weighted.tree()));
      }
    }
  }

  @Override
  public String dataset() {
    return "evidence";
  }

  @Override
  public List<String> columns() {
    return List.of("county_code", "framework", "statement", "grade", "document", "document_date");
  }

  @Override
  public long count() {
    return rows.size();
  }

  @Override
  public void write(Sheet sheet) {
    rows.forEach(sheet::row);
  }

  private void attest(Framework.Conjunctive framework) {
    attest(framework, statements(framework));
    List<ItemTest.OfEvidence> vetoes = framework.vetoes();
    for (int i = 0; i < vetoes.size(); i++) {
      boolean isHit = county.has(Defect.VETO) && i == county.number() % vetoes.size();
      add(framework, vetoes.get(i).statement(), isHit ? "met" : "not_met");
    }
    for (ItemTest.OfEvidence precondition : framework.preconditions()) {
      boolean isLate = county.has(Defect.BASIC_BALANCE_NOT_RECOGNISED);
      add(framework, precondition.statement(), isLate ? "not_met" : "met");
    }
  }

  private void attest(Framework framework, List<String> statements) {
    for (int i = 0; i < statements.size(); i++) {
      add(framework, statements.get(i), itemGrade(i, statements.size()));
    }
  }

  private static List<String> attested(List<ScoreNode> nodes) {
    List<String> statements = new ArrayList<>();
    for (ScoreNode node : nodes) {
      if (node instanceof ScoreNode.Attested attested) {
        statements.add(attested.statement());
      } else if (node instanceof ScoreNode.Branch branch) {
        statements.addAll(attested(branch.children()));
      }
    }
    return statements;
  }

  private static List<String> statements(Framework.Conjunctive framework) {
    List<String> statements = new ArrayList<>();
    for (FrameworkItem item : framework.items()) {
      for (ItemTest test : item.tests()) {
        if (test instanceof ItemTest.OfEvidence evidence) {
          statements.add(evidence.statement());
        }
      }
    }
    return statements;
  }

  /** The grade of an item's statement; empty where the county delivers nothing. */
  private String itemGrade(int place, int count) {
    int weak = county.number() % count;
    if (place == weak && county.has(Defect.EVIDENCE_NOT_MET)) {
      return "not_met";
    }
    if (place == (weak + 1) % count && county.has(Defect.EVIDENCE_PARTLY_MET)) {
      return "partly_met";
    }
    return place == (weak + 2) % count && county.has(Defect.EVIDENCE_MISSING) ? "" : "met";
  }

  private void add(Framework framework, String statement, String grade) {
    if (grade.isEmpty()) {
      return;
    }
    int day = 1 + (int) (chance.unit("day", county.number(), rows.size()) * 28);
    rows.add(
        new String[] {
          county.county().code(),
          framework.id(),
          labels.of("evidence_statement", statement),
          labels.of("evidence_grade", grade),
          "演示教〔%d〕%d号".formatted(county.year(), rows.size() + 1),
          "%d-10-%02d".formatted(county.year(), day)
        });
  }
}
