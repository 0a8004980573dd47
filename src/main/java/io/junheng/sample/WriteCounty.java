package io.junheng.sample;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Contract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the files of one county and period: those datasets that the catalogue knows. */
final class WriteCounty {
  private final Path landing;
  private final Catalogue catalogue;
  private final Chance chance;
  private final FaultScatter faults;
  private final Labels labels;
  private final Set<String> delivered;

  /** What was written, and what intake must find in it. */
  record Written(int files, long rows, List<ExpectedFinding> findings) {}

  WriteCounty(Path landing, Catalogue catalogue, Chance chance, FaultScatter faults) {
    this.landing = landing;
    this.catalogue = catalogue;
    this.chance = chance;
    this.faults = faults;
    this.labels = new Labels(catalogue);
    this.delivered =
        catalogue.contracts().stream().map(Contract::id).collect(Collectors.toUnmodifiableSet());
  }

  Written apply(CountyPlan county) throws IOException {
    List<ExpectedFinding> findings = new ArrayList<>();
    long rows = 0;
    List<DatasetRows> datasets = datasets(county);
    for (DatasetRows dataset : datasets) {
      rows += write(county, dataset, findings);
    }
    return new Written(datasets.size(), rows, findings);
  }

  private List<DatasetRows> datasets(CountyPlan county) {
    ProvideSchools provide = new ProvideSchools(chance, county);
    Map<Integer, Provision> provisions = new HashMap<>();
    county.schools().forEach(school -> provisions.put(school.number(), provide.apply(school)));
    List<Teacher> staff =
        new StaffSchools(chance, county, school -> provisions.get(school.number())).apply();
    List<Teacher> teachers = new RotateTeachers(chance, county).apply(staff);
    return Stream.of(
            new SchoolRows(county, school -> provisions.get(school.number()), labels, chance),
            new TeacherRows(county, teachers, labels),
            new AssignmentRows(county, teachers, labels, chance),
            new StudentRows(county, labels, chance),
            new StatisticRows(county, labels, chance),
            new EvidenceRows(county, labels, chance, catalogue.frameworks()),
            new SurveyRows(county, labels, chance),
            new ProjectRows(county, labels, chance),
            new CertificationRows(county, labels, chance),
            new TargetRows(county, labels, chance))
        .filter(rows -> delivered.contains(rows.dataset()))
        .toList();
  }

  private long write(CountyPlan county, DatasetRows dataset, List<ExpectedFinding> findings)
      throws IOException {
    String name =
        "%s/%s/%s.csv".formatted(county.period(), county.county().code(), dataset.dataset());
    Contract contract = catalogue.contract(dataset.dataset());
    RowFaults spoilt =
        new RowFaults(
            name,
            contract,
            dataset.columns(),
            faults.of(county.period(), county.number(), dataset.dataset()),
            dataset.count(),
            county.neighbour());
    try (Sheet sheet = new Sheet(landing.resolve(name), contract, dataset.columns(), spoilt)) {
      dataset.write(sheet);
      findings.addAll(spoilt.expected());
      return sheet.rows();
    }
  }
}
