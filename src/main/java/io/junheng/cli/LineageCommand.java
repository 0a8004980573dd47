package io.junheng.cli;

import io.junheng.config.NearestName;
import io.junheng.definition.Text;
import io.junheng.explain.Lineage;
import io.junheng.explain.Lineage.Node;
import io.junheng.explain.Lineage.Step;
import io.junheng.job.JobException;
import io.junheng.job.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code junheng lineage NAME}: what a definition is made from, and what is made from it. */
@Command(name = "lineage", abbreviateSynopsis = true)
final class LineageCommand implements Callable<Integer> {
  @ParentCommand private Junheng junheng;

  @Parameters(index = "0", paramLabel = "NAME")
  private String name;

  @Option(names = "--all")
  private boolean all;

  @Override
  public Integer call() {
    Lineage lineage = new Lineage(Setup.read(junheng).catalogue());
    List<Node> found = lineage.find(name);
    if (found.isEmpty()) {
      throw unknown(lineage);
    }
    if (junheng.options().isJson()) {
      json(lineage, found).print(junheng.terminal().out());
    } else {
      found.stream()
          .flatMap(node -> lines(lineage, node).stream())
          .forEach(junheng.terminal().out()::println);
    }
    return 0;
  }

  private JobException unknown(Lineage lineage) {
    return new JobException(
        Outcome.CONFIGURATION,
        NearestName.of(name, lineage.names())
            .map(
                nearest ->
                    new Text(
                        "conf/ 中没有“%s”。是否指“%s”?".formatted(name, nearest),
                        "conf/ has no '%s'. Did you mean '%s'?".formatted(name, nearest)))
            .orElse(
                new Text(
                    "conf/ 中没有名为“%s”的列、计量、指标、条目或评价体系。".formatted(name),
                    "conf/ has no column, measure, indicator, item or framework '%s'."
                        .formatted(name))));
  }

  private List<String> lines(Lineage lineage, Node node) {
    List<String> lines = new ArrayList<>();
    lines.add(told(node));
    add(lineage::from, node, new Text("来自", "made from"), lines);
    add(lineage::into, node, new Text("用于", "goes into"), lines);
    lines.add("");
    return lines;
  }

  private void add(Function<Node, List<Node>> onward, Node node, Text heading, List<String> lines) {
    if (!onward.apply(node).isEmpty()) {
      lines.add("  " + heading.in(junheng.language()));
      add(onward, node, 2, new HashSet<>(Set.of(node)), lines);
    }
  }

  /** A branch that was shown already is only named again. */
  private void add(
      Function<Node, List<Node>> onward,
      Node node,
      int depth,
      Set<Node> shown,
      List<String> lines) {
    for (Node next : onward.apply(node)) {
      boolean isNew = shown.add(next);
      boolean goesOn = all && !onward.apply(next).isEmpty();
      lines.add("  ".repeat(depth) + told(next) + (goesOn && !isNew ? " …" : ""));
      if (goesOn && isNew) {
        add(onward, next, depth + 1, shown, lines);
      }
    }
  }

  private String told(Node node) {
    return "%s  %s · %s"
        .formatted(
            node.id(),
            node.kind().title().in(junheng.language()),
            node.title().in(junheng.language()));
  }

  private Json json(Lineage lineage, List<Node> found) {
    return new Json()
        .with("outcome", "done")
        .with("exit_code", 0)
        .with("found", found.stream().map(this::json).toList())
        .with(
            "steps",
            found.stream()
                .flatMap(node -> (all ? lineage.all(node) : lineage.next(node)).stream())
                .distinct()
                .map(this::json)
                .toList());
  }

  private Map<String, Object> json(Step step) {
    return new Json().with("from", json(step.from())).with("into", json(step.into())).members();
  }

  private Map<String, Object> json(Node node) {
    return new Json()
        .with("kind", node.kind().code())
        .with("id", node.id())
        .with("title", node.title().in(junheng.language()))
        .members();
  }
}
