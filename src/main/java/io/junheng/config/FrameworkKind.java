package io.junheng.config;

import static io.junheng.config.Shape.Scalar.BILINGUAL;
import static io.junheng.config.Shape.Scalar.CODE;
import static io.junheng.config.Shape.Scalar.FLAG;
import static io.junheng.config.Shape.Scalar.ID;
import static io.junheng.config.Shape.Scalar.NAME;
import static io.junheng.config.Shape.Scalar.NUMBER;
import static io.junheng.config.Shape.Scalar.SQL;
import static io.junheng.config.Shape.Scalar.WHOLE;

import io.junheng.config.Shape.Each;
import io.junheng.config.Shape.Either;
import io.junheng.config.Shape.Named;
import io.junheng.config.Shape.Words;
import io.junheng.definition.Limit;
import io.junheng.definition.Origin;
import io.junheng.definition.PeriodType;
import io.junheng.definition.RankingRule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What frameworks of all kinds have, and conjunctive ones ({@link WeightedKind}), key by key. */
final class FrameworkKind {
  /** The keys that hold a limit's standard; the names of the comparisons in lower case. */
  static final List<String> COMPARISONS =
      Arrays.stream(Limit.Comparison.values())
          .map(comparison -> comparison.name().toLowerCase(Locale.ROOT))
          .toList();

  static final Keys CONJUNCTIVE =
      head("a conjunctive framework", "conjunctive")
          .optional("scope", NAME, "Scope of the schools that are tested; all if not given.")
          .required("items", new Each(item()), "Every item must be met.")
          .optional("school_rule", schoolRule(), "When a school passes.")
          .optional("vetoes", new Each(attested("a veto")), "Findings that must not be there.")
          .optional(
              "preconditions",
              new Each(attested("a precondition")),
              "What must be met beforehand; not counted among the items.")
          .required("verdicts", verdicts(), "What the outcomes are called.")
          .optional(
              "classes",
              new Each(passClass()),
              "Classes among those that pass, best first; with them items may be met in part.")
          .optional(
              "composite_cv",
              NAME,
              "Derived indicator shown as composite coefficient of variation.")
          .required("ranking", ranking(), "How counties are put in order.")
          .build();

  private FrameworkKind() {}

  static Keys.Builder head(String what, String kind) {
    return Keys.of(what)
        .required("framework", ID, "Id of the framework.")
        .required(
            "kind",
            Words.of(kind),
            "conjunctive: every item must be met; weighted: a score; separate: items one by one.")
        .required("title", BILINGUAL, "Name for people.")
        .optional("legal", ConfKinds.LEGAL, "The regulation.")
        .optional("origin", Words.of(Origin.class), "Whose framework it is; official if not given.")
        .optional(
            "demonstration", FLAG, "true: made up for demonstration, the same as origin demo.")
        .optional(
            "edition", CODE, "Places are compared within one edition only; the id if not given.")
        .required("period_type", Words.of(PeriodType.class), "Kind of period that is judged.")
        .required("areas", ID, "Area set that is judged and ranked.")
        .optional("peer_groups", new Each(ID), "Area sets that serve as peer groups.")
        .optional("disclosure", disclosure(), "What others than the owner see of the results.")
        .optional(
            "periods",
            new Named(CODE, WHOLE),
            "For each reference date of its figures, how many years before the period theirs stands.");
  }

  private static Keys disclosure() {
    Keys top =
        Keys.of("an extent").required("top", WHOLE, "Counties up to this place are shown.").build();
    Shape extent = Either.of(DisclosureReader.EXTENTS, top);
    return Keys.of("a disclosure")
        .optional(
            "city",
            extent,
            "What a city sees of counties that are not its own; own_and_mean if not given.")
        .optional("county", extent, "What a county sees of the others; own_and_mean if not given.")
        .optional("public", extent, "What the public sees of any county; none if not given.")
        .optional("origin", Words.of(Origin.class), "Whose rule this is; own if not given.")
        .build();
  }

  private static Keys item() {
    return Keys.of("an item")
        .required("item", ID, "Id of the item within the framework.")
        .required("title", BILINGUAL, "Name for people.")
        .optional(
            "group",
            BILINGUAL,
            "Heading under which it stands; the framework's title if not given.")
        .optional("clause", CODE, "Clause of the framework's document.")
        .optional(
            "origin", Words.of(Origin.class), "Whose rule it is; the framework's if not given.")
        .optional("schools", oneOrMore(schoolTest()), "Every school is held against a limit.")
        .optional("county", oneOrMore(countyTest()), "The county's value is held against a limit.")
        .optional("evidence", oneOrMore(evidence()), "What a document attests.")
        .build();
  }

  private static Keys.Builder test(String what) {
    Keys.Builder test =
        Keys.of(what)
            .optional(
                "test", ID, "Name of the test within the item; needed where there are several.")
            .required("indicator", NAME, "Indicator that is held against the limit.");
    Shape standard =
        what.equals("a school test")
            ? Either.of(NUMBER, expression(), new Named(CODE, NUMBER))
            : Either.of(NUMBER, new Named(CODE, NUMBER));
    COMPARISONS.forEach(
        comparison ->
            test.optional(
                comparison,
                standard,
                "Standard for all stages of the indicator, or {STAGE: standard}."));
    return test.exactlyOne(COMPARISONS.toArray(String[]::new));
  }

  private static Keys schoolTest() {
    return test("a school test")
        .optional(
            "among",
            NAME,
            "Scope of the schools that this test speaks of, in place of the framework's.")
        .optional(
            "floor_share",
            NUMBER,
            "Share of the standard that a school must reach where one item may be missed.")
        .build();
  }

  private static Keys countyTest() {
    Keys.Builder partly = Keys.of("partly");
    Shape standard = Either.of(NUMBER, new Named(CODE, NUMBER));
    COMPARISONS.forEach(word -> partly.optional(word, standard, "Standard."));
    return test("a county test")
        .optional(
            "partly",
            partly.exactlyOne(COMPARISONS.toArray(String[]::new)).build(),
            "What a value that misses the limit must hold to be met in part.")
        .optional(
            "years_before",
            WHOLE,
            "Whose value is held: 0 (if not given) the period's, 1 that of the year before.")
        .build();
  }

  private static Keys passClass() {
    return Keys.of("a class")
        .required("class", ID, "Id of the class.")
        .required("title", BILINGUAL, "Name for people.")
        .required("met_at_least", WHOLE, "Items that must be met; those that do not apply count.")
        .required("partly_at_most", WHOLE, "Items that may be met in part.")
        .build();
  }

  private static Keys expression() {
    return Keys.of("a standard")
        .required("expression", SQL, "Standard of a school from its columns and measures.")
        .build();
  }

  private static Keys evidence() {
    return Keys.of("evidence")
        .optional("test", ID, "Name of the test within the item; needed where there are several.")
        .required("statement", NAME, "Statement that evidence rows answer.")
        .optional("title", BILINGUAL, "What is attested; the item's title if not given.")
        .build();
  }

  private static Keys attested(String what) {
    Keys evidence =
        Keys.of("evidence")
            .required("statement", NAME, "Statement that evidence rows answer.")
            .required("title", BILINGUAL, "What is attested.")
            .build();
    return Keys.of(what).required("evidence", evidence, "What a document attests.").build();
  }

  private static Keys schoolRule() {
    return Keys.of("the school rule")
        .required("of", new Each(ID), "Items that a school is held against.")
        .required("met_at_least", WHOLE, "How many of them a school must meet.")
        .optional("others_reach_floor", FLAG, "Whether the others must reach their floor.")
        .build();
  }

  private static Keys verdicts() {
    return Keys.of("the verdicts")
        .required("passed", BILINGUAL, "Every item is met.")
        .required("not_passed", BILINGUAL, "An item is not met.")
        .required("undetermined", BILINGUAL, "Something is unknown.")
        .build();
  }

  static Keys ranking() {
    Shape order = Words.of(RankingRule.Order.class);
    return Keys.of("a ranking")
        .required("scope", Words.of(RankingRule.RankingScope.class), "Who is ranked against whom.")
        .optional(
            "by",
            new Each(new Named(CODE, order)),
            "Keys, first key first: {met_count: desc}, {score: desc}, {INDICATOR: asc}.")
        .optional(
            "ties",
            Words.of(RankingRule.Ties.class),
            "Places of equal units; competition (1,2,2,4) if not given.")
        .optional("official", FLAG, "Whether the order is the regulation's own.")
        .optional(
            "decimals",
            WHOLE,
            "Places to which keys are rounded before they are compared; 9 if not given.")
        .build();
  }

  private static Shape oneOrMore(Shape shape) {
    return Either.of(shape, new Each(shape));
  }
}
