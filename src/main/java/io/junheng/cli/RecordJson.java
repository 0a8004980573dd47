package io.junheng.cli;

import io.junheng.definition.Language;
import io.junheng.definition.Period;
import io.junheng.definition.Text;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Records as JSON: their components in order, named in snake_case. Texts are given in one language,
 * a missing value is null.
 */
record RecordJson(Language language) {
  Map<String, Object> of(Record value) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      members.put(snakeCase(component.getName()), converted(read(component, value)));
    }
    return members;
  }

  private Object converted(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(this::converted).orElse(null);
    } else if (value instanceof Text text) {
      return text.in(language);
    } else if (value instanceof Period period) {
      return period.number();
    } else if (value instanceof Record inner) {
      return of(inner);
    } else if (value instanceof Collection<?> list) {
      return list.stream().map(this::converted).toList();
    } else if (value instanceof Enum<?> word) {
      return word.name().toLowerCase(Locale.ROOT);
    } else if (value instanceof java.math.BigDecimal number) {
      java.math.BigDecimal shortest = number.stripTrailingZeros();
      return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
    return value instanceof Number || value instanceof Boolean || value == null
        ? value
        : value.toString();
  }

  private static Object read(RecordComponent component, Record value) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(value);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }

  private static String snakeCase(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }
}
