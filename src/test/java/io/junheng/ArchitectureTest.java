package io.junheng;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What may lean on what: the table of packages, and where Spark, files and libraries may be
 * touched.
 */
class ArchitectureTest {
  private static final String ROOT = "io.junheng";

  /**
   * Each package and those of ours that it may use beside itself. {@code table} takes no more from
   * {@code definition} than a text in two languages and the code of a total.
   */
  private static final Map<String, Set<String>> MAY_USE =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("definition", Set.of()),
              Map.entry("table", Set.of("definition")),
              Map.entry("dispersion", Set.of("definition")),
              Map.entry("config", Set.of("definition", "dispersion")),
              Map.entry("lake", Set.of("definition", "table")),
              Map.entry("intake", Set.of("definition", "table", "expression")),
              Map.entry("expression", Set.of()),
              Map.entry("measure", Set.of("definition", "table", "expression")),
              Map.entry("indicator", Set.of("definition", "table", "dispersion", "expression")),
              Map.entry("assessment", Set.of("definition")),
              Map.entry("explain", Set.of("definition", "table", "assessment")),
              Map.entry("release", Set.of("definition", "table", "lake")),
              Map.entry("publication", Set.of("definition", "table")),
              Map.entry("report", Set.of("definition", "table", "lake", "release", "publication")),
              Map.entry("sample", Set.of("definition")),
              Map.entry(
                  "job",
                  Set.of(
                      "definition",
                      "table",
                      "config",
                      "lake",
                      "intake",
                      "measure",
                      "indicator",
                      "assessment",
                      "explain",
                      "release",
                      "publication",
                      "report",
                      "sample")),
              Map.entry(
                  "cli", Set.of("job", "config", "release", "definition", "explain", "report"))));

  private static final String[] STEPS =
      packages("intake", "measure", "indicator", "assessment", "publication");
  private static final String[] STEPS_BUT_READERS =
      packages("intake.check", "measure", "indicator", "assessment");

  /** Methods of a Dataset that start work, keep it, or write. */
  private static final Set<String> ACTIONS =
      Set.of(
          "cache",
          "checkpoint",
          "collect",
          "collectAsList",
          "count",
          "first",
          "foreach",
          "foreachPartition",
          "head",
          "isEmpty",
          "localCheckpoint",
          "persist",
          "reduce",
          "show",
          "tail",
          "take",
          "takeAsList",
          "toLocalIterator",
          "write",
          "writeTo");

  private static JavaClasses classes;

  @BeforeAll
  static void readOurClasses() {
    // Names are enough to judge by; Spark's own classes need not be read.
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
  }

  private static String[] packages(String... names) {
    return Arrays.stream(names).map(name -> ROOT + "." + name + "..").toArray(String[]::new);
  }

  private static DescribedPredicate<JavaClass> named(String pattern) {
    return describe("named " + pattern, type -> type.getFullName().matches(pattern));
  }

  static Stream<String> ourPackages() {
    return MAY_USE.keySet().stream();
  }

  @Test
  void moreThanAHandfulOfClassesIsSeen() {
    assertThat(classes.size()).isGreaterThan(200);
  }

  @ParameterizedTest
  @MethodSource("sourceFolders")
  void eachFolderOfTheSourceIsInTheTableAndIsSeen(String name) {
    assertThat(MAY_USE).containsKey(name);
    assertThat(classes.that(resideInAPackage(ROOT + "." + name + ".."))).isNotEmpty();
  }

  static Stream<String> sourceFolders() {
    return Arrays.stream(new File("src/main/java/io/junheng").listFiles(File::isDirectory))
        .map(File::getName)
        .sorted();
  }

  @Test
  void everyClassLivesInAPackageOfTheTable() {
    String[] known = packages(MAY_USE.keySet().toArray(String[]::new));
    assertThat(
            classes.that(resideOutsideOfPackages(known)).stream()
                .map(JavaClass::getName)
                .filter(name -> !name.equals(ROOT + ".package-info")))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("ourPackages")
  void aPackageUsesOnlyThoseThatTheTableAllows(String name) {
    String[] allowed =
        Stream.concat(Stream.of(name), MAY_USE.get(name).stream())
            .map(other -> ROOT + "." + other + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(ROOT + "." + name + "..")
        .should()
        .dependOnClassesThat(resideInAPackage(ROOT + "..").and(resideOutsideOfPackages(allowed)))
        .allowEmptyShould(true)
        .check(classes);
  }

  @Test
  void noTwoPackagesUseEachOther() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(classes);
  }

  @ParameterizedTest
  @CsvSource({"definition", "table", "dispersion", "assessment", "explain"})
  void whatIsPlainJavaUsesNothingButTheJdk(String name) {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "." + name + "..")
        .should()
        .dependOnClassesThat(resideOutsideOfPackages("java..", ROOT + ".."))
        .check(classes);
  }

  @ParameterizedTest(name = "{0} is used in {1} only")
  @CsvSource({
    "org.yaml..,        config",
    "de.siegmar..,      config intake.format publication.files",
    "org.apache.poi..,  intake.format intake.reply publication.workbook publication.form publication.bulletin",
    "org.postgresql..,  intake.format publication.postgres",
    "picocli..,         cli",
    "io.delta..,        lake",
  })
  void aLibraryHasItsHomes(String library, String homes) {
    noClasses()
        .that()
        .resideOutsideOfPackages(packages(homes.split(" ", -1)))
        .should()
        .dependOnClassesThat(resideInAnyPackage(library))
        .check(classes);
  }

  /**
   * One class borrows the session's settings, to read conditions leniently whatever they say; it
   * changes none.
   */
  @Test
  void stepsKnowNoSession() {
    noClasses()
        .that()
        .resideInAnyPackage(STEPS_BUT_READERS)
        .and()
        .doNotHaveFullyQualifiedName(ROOT + ".intake.check.LenientSql")
        .should()
        .dependOnClassesThat(named(".*\\.SparkSession(\\$.*)?"))
        .check(classes);
  }

  @Test
  void confIsReadWithoutASession() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".config..")
        .should()
        .dependOnClassesThat(named(".*\\.SparkSession(\\$.*)?"))
        .check(classes);
  }

  @Test
  void onlyJobsMakeASession() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".job..")
        .should()
        .callMethodWhere(
            describe(
                "a session made",
                call ->
                    call.getName().equals("getOrCreate")
                        && call.getTargetOwner().getFullName().contains("SparkSession")))
        .check(classes);
  }

  @Test
  void stepsStartNoWorkAndKeepNothing() {
    noClasses()
        .that()
        .resideInAnyPackage(STEPS)
        .should()
        .callMethodWhere(describe("an action of a Dataset", ArchitectureTest::isAction))
        .check(classes);
  }

  private static boolean isAction(JavaMethodCall call) {
    return call.getTargetOwner()
            .getFullName()
            .matches("org\\.apache\\.spark\\.sql\\.(classic\\.)?Dataset")
        && ACTIONS.contains(call.getName());
  }

  @Test
  void tablesAreReadAndWrittenInTheLakeAndByReadersOfDeliveries() {
    noClasses()
        .that()
        .resideOutsideOfPackages(packages("lake", "intake.format"))
        .should()
        .dependOnClassesThat(
            named("org\\.apache\\.spark\\.sql\\.(classic\\.)?DataFrame(Reader|Writer).*"))
        .check(classes);
  }

  @Test
  void stepsTouchNoFiles() {
    noClasses()
        .that()
        .resideInAnyPackage(STEPS_BUT_READERS)
        .or()
        .resideInAnyPackage(packages("definition", "table"))
        .should()
        .dependOnClassesThat(
            describe(
                "files",
                (JavaClass type) ->
                    type.isEquivalentTo(Files.class)
                        || type.getPackageName().startsWith("org.apache.hadoop.fs")
                        || type.getFullName().matches("java\\.io\\.File.*")))
        .check(classes);
  }

  @Test
  void theRulesWouldNoticeABreach() {
    JavaClasses withTests = new ClassFileImporter().importClasses(Breach.class);
    assertThat(
            withTests.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(ArchitectureTest::isAction))
        .hasSize(1);
  }

  /** Does what no step may do. */
  static final class Breach {
    long count(org.apache.spark.sql.Dataset<org.apache.spark.sql.Row> rows) {
      return rows.count();
    }
  }
}
