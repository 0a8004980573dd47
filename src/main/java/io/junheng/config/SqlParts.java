package io.junheng.config;

import io.junheng.definition.Text;
import java.util.Map;
import org.apache.spark.sql.catalyst.expressions.Expression;

/** What people call the parts of SQL that an expression cannot have. */
final class SqlParts {
  private static final Map<String, Text> NAMES =
      Map.ofEntries(
          Map.entry("ScalarSubquery", new Text("子查询", "a subquery")),
          Map.entry("InSubquery", new Text("子查询", "a subquery")),
          Map.entry("Exists", new Text("子查询", "a subquery")),
          Map.entry("ListQuery", new Text("子查询", "a subquery")),
          Map.entry("WindowExpression", new Text("窗口函数", "a window")),
          Map.entry("LambdaFunction", new Text("lambda 函数", "a lambda")),
          Map.entry("UnresolvedStar", new Text("*", "a star")),
          Map.entry("Alias", new Text("别名", "an alias")),
          Map.entry("NamedParameter", new Text("参数", "a parameter")));

  private SqlParts() {}

  static Text nameOf(Expression part) {
    String name = part.getClass().getSimpleName().replace("$", "");
    return NAMES.getOrDefault(name, Text.same(name));
  }
}
