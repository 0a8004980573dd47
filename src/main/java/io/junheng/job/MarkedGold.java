package io.junheng.job;

import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.publication.Gold;
import io.junheng.table.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;

/**
 * Gold whose rows all say that they must not be quoted yet: the mark goes before their label, which
 * every publication shows.
 */
final class MarkedGold implements Gold {
  private static final String LABEL = "data_label";

  private final Gold gold;
  private final Text mark;
  private final Map<Table, List<Row>> marked = new ConcurrentHashMap<>();

  MarkedGold(Gold gold, Text mark) {
    this.gold = gold;
    this.mark = mark;
  }

  @Override
  public List<Period> periods() {
    return gold.periods();
  }

  @Override
  public List<Row> rows(Table table) {
    return marked.computeIfAbsent(table, any -> marked(table, gold.rows(table)));
  }

  @Override
  public List<Row> rows(Table table, Period period) {
    return rows(table).stream()
        .filter(row -> row.<Integer>getAs("period") == period.number())
        .toList();
  }

  @Override
  public Optional<String> release(Period period) {
    return gold.release(period);
  }

  private List<Row> marked(Table table, List<Row> rows) {
    int label = table.columnNames().indexOf(LABEL);
    return label < 0 ? rows : rows.stream().map(row -> marked(row, label)).toList();
  }

  private Row marked(Row row, int label) {
    Object[] values = new Object[row.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.get(i);
    }
    String own = mark.zh() + " · " + mark.en();
    values[label] =
        Optional.ofNullable((String) values[label]).map(l -> own + " · " + l).orElse(own);
    return row.schema() == null
        ? RowFactory.create(values)
        : new GenericRowWithSchema(values, row.schema());
  }
}
