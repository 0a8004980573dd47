package io.junheng.intake.format;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types.MessageTypeBuilder;

/**
 * The columns of a database's rows as columns of Parquet: whole numbers, days, truth values and
 * floating numbers keep their types, all else is text as the database writes it.
 */
final class DatabaseColumns {
  private final List<String> names = new ArrayList<>();
  private final List<Integer> kinds = new ArrayList<>();
  private final MessageType type;
  private final SimpleGroupFactory groups;

  DatabaseColumns(ResultSetMetaData columns) throws SQLException {
    MessageTypeBuilder message = org.apache.parquet.schema.Types.buildMessage();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      names.add(columns.getColumnLabel(i));
      kinds.add(columns.getColumnType(i));
      add(message, columns.getColumnLabel(i), columns.getColumnType(i));
    }
    type = message.named("delivery");
    groups = new SimpleGroupFactory(type);
  }

  private static void add(MessageTypeBuilder message, String name, int kind) {
    switch (kind) {
      case Types.SMALLINT, Types.INTEGER -> message.optional(PrimitiveTypeName.INT32).named(name);
      case Types.BIGINT -> message.optional(PrimitiveTypeName.INT64).named(name);
      case Types.BOOLEAN, Types.BIT -> message.optional(PrimitiveTypeName.BOOLEAN).named(name);
      case Types.REAL, Types.DOUBLE -> message.optional(PrimitiveTypeName.DOUBLE).named(name);
      case Types.DATE ->
          message
              .optional(PrimitiveTypeName.INT32)
              .as(LogicalTypeAnnotation.dateType())
              .named(name);
      default ->
          message
              .optional(PrimitiveTypeName.BINARY)
              .as(LogicalTypeAnnotation.stringType())
              .named(name);
    }
  }

  MessageType type() {
    return type;
  }

  /** The row at hand. */
  Group row(ResultSet rows) throws SQLException {
    Group group = groups.newGroup();
    for (int i = 0; i < names.size(); i++) {
      if (rows.getObject(i + 1) != null) {
        add(group, i, rows);
      }
    }
    return group;
  }

  private void add(Group group, int field, ResultSet rows) throws SQLException {
    int column = field + 1;
    switch (kinds.get(field)) {
      case Types.SMALLINT, Types.INTEGER -> group.add(field, rows.getInt(column));
      case Types.BIGINT -> group.add(field, rows.getLong(column));
      case Types.BOOLEAN, Types.BIT -> group.add(field, rows.getBoolean(column));
      case Types.REAL, Types.DOUBLE -> group.add(field, rows.getDouble(column));
      case Types.DATE -> group.add(field, day(rows.getDate(column)));
      case Types.NUMERIC, Types.DECIMAL ->
          group.add(field, rows.getBigDecimal(column).toPlainString());
      default -> group.add(field, rows.getString(column));
    }
  }

  private static int day(Date date) {
    return Math.toIntExact(date.toLocalDate().toEpochDay());
  }
}
