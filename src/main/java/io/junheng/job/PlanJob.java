package io.junheng.job;

import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.intake.format.FileFinding;
import io.junheng.intake.format.Landing;
import io.junheng.lake.Archive;
import io.junheng.lake.SmallTables;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

/**
 * Finds out what {@code run} would do, with the same rules that a run decides by ({@link
 * IntakePlan}, {@link GoldState}). Writes nothing and needs no Spark; only files that look changed
 * are read.
 */
public final class PlanJob {
  private final Configuration hadoop;
  private final JobRequest request;

  /**
   * @param start whose settings of Hadoop say how storage is reached
   */
  public PlanJob(SparkStart start, JobRequest request) {
    this(LakeReport.tables(start, request.lake()).hadoop(), request);
  }

  PlanJob(Configuration hadoop, JobRequest request) {
    this.hadoop = hadoop;
    this.request = request;
  }

  /** Looks at landing folder and lake. */
  public LakePlan plan(Watcher watcher) {
    return SparkFailures.told(
        () -> {
          Watcher.Step step =
              watcher.begin("plan", new Text("比对报送与数据湖", "Compare deliveries and lake"));
          boolean isDone = false;
          try {
            LakePlan plan = plan();
            step.end(
                Counted.of(Counted.Unit.FILES, files(plan))
                    .and(Counted.Unit.UNCHANGED, plan.unchanged())
                    .text());
            isDone = true;
            return plan;
          } finally {
            if (!isDone) {
              step.fail();
            }
          }
        });
  }

  private static int files(LakePlan plan) {
    return plan.unchanged()
        + plan.deliveries().stream().mapToInt(delivery -> delivery.files().size()).sum();
  }

  private LakePlan plan() throws IOException {
    SmallTables tables = new SmallTables(hadoop, request.lake());
    SubmissionRegister register = SubmissionRegister.load(tables);
    IdentifyFiles identify =
        new IdentifyFiles(
            hadoop,
            new Archive(hadoop, request.lake()),
            FileStamps.load(hadoop, request.lake()),
            IdentifyFiles.Keeping.NOTHING,
            IdentifyFiles.Trusting.of(request));
    Landing.Listing listing = new LandingFiles(hadoop, request).list();
    IntakePlan intake =
        IntakePlan.of(request, register, identify.of(listing.files()), listing.findings());
    boolean isSame = new IntakeState(hadoop, request).isSame(intake, register);
    Deliveries deliveries = new Deliveries(tables);
    SortedSet<Period> changing = isSame ? new TreeSet<>() : changing(intake);
    SortedSet<Period> among = new TreeSet<>(ComputeJob.candidates(deliveries, request.periods()));
    among.addAll(changing);
    return new LakePlan(
        intake.taken().stream().map(PlanJob::delivery).toList(),
        intake.older().stream().flatMap(older -> IntakePlan.names(older).stream()).toList(),
        intake.files().size()
            - intake.deliveries().stream().mapToInt(delivery -> delivery.files().size()).sum(),
        new GoldState(tables, request.catalogue(), request.frameworks(), deliveries)
            .stale(among, changing),
        told(intake),
        isSame ? LakePlan.SinceLast.SAME : LakePlan.SinceLast.OTHER);
  }

  private List<Text> told(IntakePlan intake) {
    Stream<Text> findings = intake.findings().stream().map(FileFinding::message);
    Stream<Text> databases =
        request.databases().stream()
            .map(
                source ->
                    new Text(
                        "数据库中的 %s 未比对,运行时才读取".formatted(source.dataset()),
                        "%s of a database is not looked at here; a run reads it"
                            .formatted(source.dataset())));
    return Stream.concat(findings, databases).toList();
  }

  /** Periods that deliveries name; what only their rows say is seen when they are read. */
  private static SortedSet<Period> changing(IntakePlan intake) {
    return intake.deliveries().stream()
        .map(DeliveryGroup::period)
        .flatMap(Optional::stream)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static LakePlan.Delivery delivery(IntakePlan.Taken taken) {
    DeliveryGroup group = taken.delivery();
    List<String> names = IntakePlan.names(group);
    long bytes = group.files().stream().mapToLong(file -> file.delivered().bytes()).sum();
    return new LakePlan.Delivery(
        group.dataset(), group.period(), group.county(), names, bytes, taken.reason());
  }
}
