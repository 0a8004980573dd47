package io.junheng.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checks of the statistics' own forms, as shipped. */
class SchoolStatisticTest {
  private static final String HEADER =
      "county_code,school_code,stage,pupils,suspended_pupils,entrants,first_year_pupils,last_year_pupils,expected_graduates,classes,"
          + "classes_to_25,classes_41_45,full_time_teachers,teachers_master_up,teachers_bachelor,backbone_teachers\n";

  @TempDir Path folder;

  @Test
  void aFormAddsUp() {
    ConfDelivery delivery =
        ConfDelivery.shipped(folder)
            .file(
                "202310/990101/school_statistic.csv",
                HEADER
                    + """
                    990101,9901010001,小学,500,,80,80,90,90,12,2,10,30,4,26,3
                    990101,9901010002,小学,500,,,,,,12,,,,,,
                    990101,9901010003,小学,500,,81,80,90,90,12,2,10,30,4,26,3
                    990101,9901010004,小学,500,,80,80,90,91,12,2,10,30,4,26,3
                    990101,9901010005,小学,500,,80,80,90,90,12,2,11,30,4,26,3
                    990101,9901010006,小学,500,,80,80,90,90,12,2,10,30,4,26,31
                    990101,9901010007,小学,500,,80,80,90,90,12,2,10,30,5,26,3
                    990101,9901010008,小学,70,,80,80,60,60,12,2,10,30,4,26,3
                    990101,9901010009,小学,无,,80,80,60,60,/,2,10,30,4,26,-1
                    990101,9901010010,小学,500,501,80,80,90,90,12,2,10,30,4,26,3
                    """);
    assertThat(delivery.rejected("school_statistic"))
        .containsExactly(
            "10 backbone_teachers hidden_absence: A word or number that hides an absence; leave the cell empty",
            "10 classes required: A value is required",
            "10 pupils required: A value is required",
            "11 - F-017: Suspended and home-taught pupils are part of all pupils",
            "4 - F-011: Entrants are the pupils of the first year",
            "5 - F-012: The pupils of the last year are the expected graduates",
            "6 - F-013: The class size bands add up to the classes",
            "7 - F-014: Backbone teachers are full-time teachers and cannot outnumber them",
            "8 - F-015: Teachers by degree cannot outnumber the full-time teachers",
            "9 - F-016: The pupils of a year are part of all pupils");
  }
}
