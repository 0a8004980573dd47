package io.junheng.notebook;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;

/**
 * Executes cells as a Java kernel does: by JShell, here within this JVM, so that cells use the
 * Spark session of the test run.
 */
final class JavaCells implements AutoCloseable {
  private final JShell shell;

  JavaCells() {
    shell = JShell.builder().executionEngine("local").build();
    Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(System.getProperty("java.class.path"))
        .forEach(shell::addToClasspath);
  }

  /**
   * Executes the snippets of a cell until one fails.
   *
   * @return what is wrong with it; nothing if all went well
   */
  List<String> run(String cell) {
    SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
    String rest = cell;
    while (!rest.isBlank()) {
      SourceCodeAnalysis.CompletionInfo next = analysis.analyzeCompletion(rest);
      if (!next.completeness().isComplete()) {
        return List.of("not complete: " + rest);
      }
      List<String> problems = shell.eval(next.source()).stream().flatMap(this::problem).toList();
      if (!problems.isEmpty()) {
        return problems;
      }
      rest = next.remaining();
    }
    return List.of();
  }

  private Stream<String> problem(SnippetEvent event) {
    List<String> problems = new ArrayList<>();
    if (event.status() != Snippet.Status.VALID) {
      shell
          .diagnostics(event.snippet())
          .forEach(diagnostic -> problems.add(diagnostic.getMessage(null)));
      problems.add(event.status() + ": " + event.snippet().source());
    }
    JShellException exception = event.exception();
    if (exception != null) {
      problems.add(exception + " in " + event.snippet().source());
    }
    return problems.stream();
  }

  /** The value of an expression over what the cells have defined, as JShell prints it. */
  String value(String expression) {
    SnippetEvent event = shell.eval(expression).get(0);
    if (event.status() != Snippet.Status.VALID || event.exception() != null) {
      throw new AssertionError(expression + " has no value: " + problem(event).toList());
    }
    return event.value();
  }

  @Override
  public void close() {
    shell.close();
  }
}
