package io.junheng.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.junheng.definition.Catalogue;
import io.junheng.lake.TableRow;
import io.junheng.table.CountyMeasure;
import io.junheng.table.TableColumn;
import io.junheng.testing.ShippedConf;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/** A growth never compares what a form states of one year with what records give of the other. */
class GrowthByFormsTest {
  private static final Catalogue CATALOGUE = ShippedConf.catalogue();
  private static final int BEFORE = 202210;
  private static final int NOW = 202310;

  private final List<Row> figures = new ArrayList<>();
  private final List<Row> lineage = new ArrayList<>();

  private void pupils(int period, String county, long value, Long recorded) {
    Map<TableColumn, Object> row = new HashMap<>();
    row.put(CountyMeasure.PERIOD, period);
    row.put(CountyMeasure.COUNTY_CODE, county);
    row.put(CountyMeasure.STAGE, "primary");
    row.put(CountyMeasure.MEASURE, "pupils");
    row.put(CountyMeasure.VALUE, BigDecimal.valueOf(value));
    row.put(CountyMeasure.RECORDED_VALUE, recorded == null ? null : BigDecimal.valueOf(recorded));
    figures.add(TableRow.of(CountyMeasure.TABLE, row));
    lineage.add(RowFactory.create(period, county, county, "county"));
  }

  @Test
  void bothYearsComeFromFormsOrBothFromRecords() {
    pupils(BEFORE, "990102", 200, 180L);
    pupils(NOW, "990102", 220, 189L);
    pupils(BEFORE, "990103", 200, null);
    pupils(NOW, "990103", 230, 210L);
    pupils(BEFORE, "990104", 230, 200L);
    pupils(NOW, "990104", 240, null);
    pupils(BEFORE, "990105", 200, null);
    pupils(NOW, "990105", 180, null);
    Map<String, Double> growth = new HashMap<>();
    new EvaluateAreas(CATALOGUE)
        .apply(new SumSchools.Sums(), figures, List.of(), lineage).stream()
            .filter(figure -> figure.unit().indicator().equals("pupils_growth"))
            .filter(figure -> figure.unit().period() == NOW)
            .forEach(figure -> growth.put(figure.unit().area(), figure.value()));

    assertThat(growth.get("990102")).isCloseTo(10, within(1e-9));
    assertThat(growth.get("990103")).isCloseTo(5, within(1e-9));
    assertThat(growth.get("990104")).isCloseTo(20, within(1e-9));
    assertThat(growth.get("990105")).isCloseTo(-10, within(1e-9));
  }
}
