package io.junheng.job;

import io.junheng.definition.Contract;
import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.intake.Intake;
import io.junheng.intake.check.FileVerdict;
import io.junheng.intake.format.ArchivedFile;
import io.junheng.intake.format.DeliveredKeys;
import io.junheng.intake.format.FileFinding;
import io.junheng.intake.format.KeyLocation;
import io.junheng.intake.format.Landing;
import io.junheng.intake.format.Level;
import io.junheng.intake.format.ReadDeliveries;
import io.junheng.intake.format.Rule;
import io.junheng.lake.Archive;
import io.junheng.lake.Lake;
import io.junheng.lake.Layout;
import io.junheng.lake.LeaseHolder;
import io.junheng.lake.LeasedWork;
import io.junheng.lake.SilverTable;
import io.junheng.lake.TableRow;
import io.junheng.table.Finding;
import io.junheng.table.Submission;
import io.junheng.table.TableColumn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Landing files to silver.
 *
 * <p>Files are archived and checked first; then the good rows of all accepted deliveries replace
 * what the lake held of them, one commit a table; {@code ops.submission} is written last, so that a
 * run that was cut off finds the same work again.
 */
public final class IngestJob {
  /** Runs by itself. */
  public JobReport run(SparkSession spark, JobRequest request, Watcher watcher) {
    return run(SparkOnDemand.of(spark), request, watcher);
  }

  JobReport run(SparkOnDemand spark, JobRequest request, Watcher watcher) {
    return RunUnderWay.during(
        spark, request, watcher, Clock.systemUTC(), run -> List.copyOf(ingest(run)));
  }

  /** Ingests within a run that is under way; returns the periods of which something changed. */
  Collection<Period> ingest(RunUnderWay run) {
    return ingest(run, run.request());
  }

  /** The same, with another request than the run's. */
  Collection<Period> ingest(RunUnderWay run, JobRequest request) {
    return new Work(run, request).ingest();
  }

  /**
   * Ingests files that an archive holds already; returns the periods of which something changed.
   */
  Collection<Period> ingest(RunUnderWay run, List<ArchivedFile> archived) {
    return new Work(run, run.request()).ingest(archived);
  }

  /** One intake. */
  private static final class Work {
    private final RunUnderWay run;
    private final JobRequest request;
    private final IntakeState state;
    private final int notesBefore;
    private Lake lake;
    private Intake intake;
    private SubmissionRegister register;
    private String keyId = "";
    private final Map<String, List<FileVerdict>> verdicts =
        Collections.synchronizedMap(new LinkedHashMap<>());
    private TakenRows taken;
    private IntakePlan plan;
    private boolean isPartLeft;
    private List<DeliveryGroup> changed = List.of();
    private RowsSetAside aside;
    private List<FileVerdict> unreturned = List.of();

    Work(RunUnderWay run, JobRequest request) {
      this.run = run;
      this.request = request;
      this.state = new IntakeState(run.hadoop(), request);
      this.notesBefore = run.notes().size();
      this.register = SubmissionRegister.load(run.small());
    }

    Collection<Period> ingest() {
      requireKey();
      run.step("landing", new Text("清点报送文件", "Delivered files"), this::findChanged);
      return takeChanged();
    }

    Collection<Period> ingest(List<ArchivedFile> archived) {
      requireKey();
      run.step("landing", new Text("清点归档原件", "Archived originals"), () -> findChanged(archived));
      return takeChanged();
    }

    private Collection<Period> takeChanged() {
      if (changed.isEmpty()) {
        return new TreeSet<>();
      }
      lake = run.lake();
      taken = new TakenRows(lake);
      intake =
          new Intake(
              new ReadDeliveries(
                  run.spark(), request.catalogue(), new KeyLocation(request.keyFile())));
      run.step("check", new Text("检查", "Checks"), this::check);
      run.step("silver", new Text("入库", "Silver tables"), this::writeSilver);
      run.step("submission", new Text("登记", "Register of submissions"), this::writeRegister);
      if (!isPartLeft) {
        state.save(plan, register, run.notes().stream().skip(notesBefore));
      }
      return register.touched();
    }

    private void requireKey() {
      keyId = new LakeKey(request, run.hadoop()).idFor(register);
    }

    // ---- what is new
    // ------------------------------------------------------------------------------------------------------

    private Counted findChanged() {
      FileStamps stamps = stamps();
      IdentifyFiles identify =
          new IdentifyFiles(
              run.hadoop(),
              new Archive(run.hadoop(), request.lake()),
              stamps,
              IdentifyFiles.Keeping.ARCHIVED,
              IdentifyFiles.Trusting.of(request));
      plan = plan(identify);
      save(stamps);
      if (!plan.taken().isEmpty() && state.isSame(plan, register)) {
        plan.findings().stream()
            .filter(finding -> !isGrave(finding))
            .forEach(finding -> tell(finding.message()));
        state.told().forEach(note -> run.note(note.outcome(), note.text()));
      } else {
        plan.findings().forEach(this::tell);
        plan.older().forEach(this::leave);
        changed = leased(plan.deliveries());
        identify.keep(changedFiles());
      }
      return counted();
    }

    private Counted findChanged(List<ArchivedFile> archived) {
      plan = IntakePlan.of(request, register, archived, List.of());
      plan.older().forEach(this::leave);
      changed = leased(plan.deliveries());
      return counted();
    }

    private FileStamps stamps() {
      try {
        return FileStamps.load(run.hadoop(), request.lake());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void save(FileStamps stamps) {
      try {
        stamps.save();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** What another run is at is left to it; the register is read again behind the leases. */
    private List<DeliveryGroup> leased(List<DeliveryGroup> wanted) {
      if (wanted.isEmpty()) {
        return wanted;
      }
      Map<LeasedWork, LeaseHolder> held =
          run.takeFree(wanted.stream().map(DeliveryGroup::work).toList());
      held.forEach(this::tellHeld);
      isPartLeft = !held.isEmpty();
      register = SubmissionRegister.load(run.small());
      requireKey();
      return wanted.stream()
          .filter(delivery -> !held.containsKey(delivery.work()))
          .filter(delivery -> IntakePlan.reason(request, register, delivery).isPresent())
          .toList();
    }

    private void tellHeld(LeasedWork work, LeaseHolder holder) {
      run.note(
          Outcome.BUSY,
          new Text(
              "未处理 %s:运行 %s(主机 %s,进程 %d)正在处理,请待其结束后再运行。"
                  .formatted(work, holder.runId(), holder.host(), holder.pid()),
              "Left alone %s: run %s (on %s, process %d) is at it. Run again once it has ended."
                  .formatted(work, holder.runId(), holder.host(), holder.pid())));
    }

    /** All that is asked for, from the landing folder and from databases. */
    private IntakePlan plan(IdentifyFiles identify) {
      DatabaseFiles ofDatabases = new DatabaseFiles(run, request);
      ofDatabases.read();
      LandingFiles landing = new LandingFiles(run.hadoop(), request);
      Landing.Listing listing = landing.list();
      List<ArchivedFile> files = new ArrayList<>(identify.of(listing.files()));
      files.addAll(ofDatabases.files());
      List<FileFinding> findings = new ArrayList<>(ofDatabases.findings());
      findings.addAll(listing.findings());
      if (files.isEmpty()) {
        findings.forEach(this::tell);
        throw landing.nothingDelivered();
      }
      return IntakePlan.of(request, register, files, findings);
    }

    private static boolean isGrave(FileFinding finding) {
      return finding.level() == Level.UNREADABLE || finding.level() == Level.REFUSED;
    }

    /** What cannot stand for anything is told; what was meant as a delivery counts as refused. */
    private void tell(FileFinding finding) {
      if (isGrave(finding)) {
        run.note(
            finding.level() == Level.UNREADABLE ? Outcome.INPUT : Outcome.REFUSED,
            new Text(
                "%s:%s".formatted(finding.file(), finding.message().zh()),
                "%s: %s".formatted(finding.file(), finding.message().en())));
      } else {
        tell(finding.message());
      }
    }

    private Counted counted() {
      int files = plan.files().size();
      return Counted.of(Counted.Unit.FILES, files)
          .and(Counted.Unit.UNCHANGED, files - changedFiles().size());
    }

    private void leave(DeliveryGroup delivery) {
      String names = String.join(", ", IntakePlan.names(delivery));
      run.note(
          Outcome.REFUSED,
          new Text(
              "未接收 %s:这份报送先前已被替换或撤回。确要重新采用,请加 --accept-older;否则请从报送文件夹移走。".formatted(names),
              "Not taken: %s was replaced or taken back before. Add --accept-older if it is to count again, else move it out of the landing folder."
                  .formatted(names)));
    }

    private List<ArchivedFile> changedFiles() {
      return changed.stream().flatMap(delivery -> delivery.files().stream()).toList();
    }

    // ---- checks
    // -----------------------------------------------------------------------------------------------------------

    private Counted check() {
      intake = intake.referringTo(referencedKeys().of(changedFiles()));
      Map<String, List<ArchivedFile>> byDataset = new TreeMap<>();
      changedFiles()
          .forEach(
              file ->
                  byDataset
                      .computeIfAbsent(file.delivered().dataset(), key -> new ArrayList<>())
                      .add(file));
      List<Runnable> checks = new ArrayList<>();
      byDataset.forEach(
          (dataset, files) ->
              checks.add(
                  () ->
                      verdicts.put(
                          dataset,
                          together(
                              taken.check(
                                  contract(dataset),
                                  files,
                                  intake.check(contract(dataset), files))))));
      Abreast.run(checks);
      List<FileVerdict> refused = all().filter(FileVerdict::isRefused).toList();
      refused.forEach(this::refuse);
      taken.discard(refused);
      return Counted.of(Counted.Unit.ROWS, all().mapToLong(FileVerdict::rowsRead).sum())
          .and(Counted.Unit.SET_ASIDE, all().mapToLong(FileVerdict::rowsRejected).sum())
          .and(Counted.Unit.REFUSED, all().filter(FileVerdict::isRefused).count());
    }

    private ReferencedKeys referencedKeys() {
      KeyLocation key = new KeyLocation(request.keyFile());
      return new ReferencedKeys(
          request.catalogue(), lake, new DeliveredKeys(request.catalogue(), key, run.hadoop()));
    }

    /** A delivery is taken with all its files or not at all. */
    private List<FileVerdict> together(List<FileVerdict> ofDataset) {
      Set<String> refused = new HashSet<>();
      for (DeliveryGroup delivery : changed) {
        boolean anyRefused =
            ofDataset.stream().anyMatch(v -> v.isRefused() && delivery.files().contains(v.file()));
        if (anyRefused) {
          refused.addAll(delivery.files().stream().map(f -> f.delivered().name()).toList());
        }
      }
      return ofDataset.stream()
          .map(v -> refused.contains(v.file().delivered().name()) ? refused(v) : v)
          .toList();
    }

    private static FileVerdict refused(FileVerdict verdict) {
      return new FileVerdict(
          verdict.file(),
          FileVerdict.State.REFUSED,
          verdict.rowsRead(),
          verdict.rowsRejected(),
          verdict.areas(),
          verdict.findings());
    }

    private void refuse(FileVerdict verdict) {
      Outcome outcome =
          verdict.exitCode() == Outcome.INPUT.exitCode() ? Outcome.INPUT : Outcome.REFUSED;
      String name = verdict.file().delivered().name();
      Text why =
          verdict.findings().stream()
              .filter(
                  finding ->
                      finding.level() == Level.REFUSED || finding.level() == Level.UNREADABLE)
              .map(FileFinding::message)
              .findFirst()
              .orElse(new Text("同一次报送中的另一个文件被退回", "another file of the same delivery was refused"));
      run.note(
          outcome,
          new Text(
              "退回 %s:%s。请报送单位改正后重新报送;其余文件不受影响。".formatted(name, why.zh()),
              "Refused %s: %s. The sender corrects and delivers it again; other files are not affected."
                  .formatted(name, why.en())));
    }

    private void tell(Text message) {
      run.watcher().say(message);
    }

    // ---- writing
    // ----------------------------------------------------------------------------------------------------------

    private void writeRejected() {
      List<Dataset<Row>> parts = new ArrayList<>();
      verdicts.forEach(
          (dataset, ofDataset) -> {
            List<ArchivedFile> files =
                ofDataset.stream()
                    .filter(verdict -> verdict.rowsRejected() > 0)
                    .map(FileVerdict::file)
                    .toList();
            if (!files.isEmpty()) {
              parts.add(intake.check(contract(dataset), files).rejected(run.id(), ofDataset));
            }
          });
      aside.replace(parts, all().mapToLong(FileVerdict::rowsRejected).sum());
    }

    private List<String> submissions() {
      return all().flatMap(verdict -> verdict.areas().stream().map(verdict::submissionId)).toList();
    }

    /** What takes longest first: the small datasets are committed beside it. */
    private Counted writeSilver() {
      Map<String, List<FileVerdict>> accepted = new TreeMap<>();
      verdicts.forEach(
          (dataset, ofDataset) -> {
            List<FileVerdict> good = ofDataset.stream().filter(v -> !v.isRefused()).toList();
            if (!good.isEmpty()) {
              accepted.put(dataset, good);
            }
          });
      aside = new RowsSetAside(lake, periods(all().toList()), submissions());
      List<Runnable> writes = new ArrayList<>();
      writes.add(this::writeRejected);
      accepted.entrySet().stream()
          .sorted(Comparator.comparingLong(entry -> -rows(entry.getValue())))
          .forEach(
              entry -> writes.add(() -> writeSilver(contract(entry.getKey()), entry.getValue())));
      Abreast.run(writes);
      return Counted.of(Counted.Unit.ROWS, all().mapToLong(FileVerdict::rowsAccepted).sum())
          .and(Counted.Unit.TABLES, accepted.size());
    }

    private static long rows(List<FileVerdict> verdicts) {
      return verdicts.stream().mapToLong(FileVerdict::rowsRead).sum();
    }

    private void writeSilver(Contract contract, List<FileVerdict> accepted) {
      SortedMap<Period, Collection<String>> deliveries = new TreeMap<>();
      for (FileVerdict verdict : accepted) {
        verdict
            .areas()
            .forEach(
                area ->
                    deliveries
                        .computeIfAbsent(area.period(), key -> new TreeSet<>())
                        .add(area.area()));
      }
      if (deliveries.isEmpty()) {
        return;
      }
      if (taken.replace(contract, deliveries, accepted)) {
        return;
      }
      List<ArchivedFile> files = accepted.stream().map(FileVerdict::file).toList();
      Set<String> flawed =
          accepted.stream()
              .filter(verdict -> verdict.rowsRejected() > 0)
              .map(verdict -> verdict.file().fileId())
              .collect(Collectors.toSet());
      lake.replaceDeliveries(
          SilverTable.of(contract),
          deliveries,
          intake.check(contract, files).accepted(flawed),
          Layout.BY_PARTITION);
    }

    private Counted writeRegister() {
      note(register);
      SortedSet<Period> touched = register.touched();
      if (touched.isEmpty()) {
        return Counted.of(Counted.Unit.FINDINGS, 0);
      }
      DeliveryFindings findings = deliveryFindings(lake.small().read(Finding.TABLE, touched));
      long returned = writeReturns(findings.solved());
      long found = lake.update(Finding.TABLE, touched, this::withFindings).rows();
      tellSolved(findings.solved());
      lake.update(
          Submission.TABLE,
          touched,
          standing -> {
            SubmissionRegister latest = SubmissionRegister.of(standing);
            note(latest);
            return latest.touchedLines();
          });
      return Counted.of(Counted.Unit.FINDINGS, found).and(Counted.Unit.RETURNED, returned);
    }

    /** What became of the deliveries of this run; lines of other runs stay as they are. */
    private void note(SubmissionRegister latest) {
      for (DeliveryGroup delivery : changed) {
        Optional<String> key =
            Optional.of(keyId).filter(id -> contract(delivery.dataset()).hasPseudonyms());
        verdicts.get(delivery.dataset()).stream()
            .filter(verdict -> delivery.files().contains(verdict.file()))
            .forEach(verdict -> latest.note(verdict, delivery.fileIds(), key, run.now(), run.id()));
      }
    }

    /** Sets are looked at each time: silver may hold more by then. */
    private List<Row> withFindings(List<Row> standing) {
      return setFindings().renewed(deliveryFindings(standing).rows(), standing);
    }

    private void tellSolved(Map<String, SortedSet<String>> solved) {
      new TreeMap<>(solved)
          .forEach(
              (place, rules) ->
                  tell(
                      new Text(
                          "  %s 已解决:%s".formatted(place.replace('|', ' '), String.join("、", rules)),
                          "  %s solved: %s"
                              .formatted(place.replace('|', ' '), String.join(", ", rules)))));
    }

    private long writeReturns(Map<String, SortedSet<String>> solved) {
      List<FileVerdict> verdictsOfAll = all().toList();
      boolean isFlawed = verdictsOfAll.stream().anyMatch(verdict -> verdict.rowsRejected() > 0);
      Iterator<Row> rejected = isFlawed ? aside.byFile() : Collections.emptyIterator();
      unreturned = new ReturnSheets(run).write(verdictsOfAll, rejected, solved);
      return verdictsOfAll.stream().filter(ReturnSheets::isFlawed).count() - unreturned.size();
    }

    private SetFindings setFindings() {
      SortedMap<Period, Collection<String>> delivered = new TreeMap<>();
      Set<String> datasets = new TreeSet<>();
      for (FileVerdict verdict : all().filter(each -> !each.isRefused()).toList()) {
        datasets.add(verdict.file().delivered().dataset());
        verdict
            .areas()
            .forEach(
                area ->
                    delivered
                        .computeIfAbsent(area.period(), any -> new TreeSet<>())
                        .add(area.area()));
      }
      return new SetFindings(
          request.catalogue(),
          lake,
          delivered,
          datasets,
          run.id(),
          run.now().atZone(ZoneOffset.UTC).toLocalDate());
    }

    private DeliveryFindings deliveryFindings(List<Row> standing) {
      return new DeliveryFindings(
          standing,
          findings(),
          places(all()),
          places(all().filter(verdict -> !verdict.isRefused())));
    }

    private static Set<String> places(Stream<FileVerdict> verdicts) {
      return verdicts
          .flatMap(
              verdict ->
                  verdict.areas().stream()
                      .map(
                          area ->
                              DeliveryFindings.place(
                                  verdict.file().delivered().dataset(),
                                  area.period(),
                                  area.area())))
          .collect(Collectors.toSet());
    }

    private List<Row> findings() {
      List<Row> rows = new ArrayList<>();
      LocalDate today = run.now().atZone(ZoneOffset.UTC).toLocalDate();
      all()
          .forEach(
              verdict ->
                  verdict.areas().stream()
                      .findFirst()
                      .ifPresent(
                          area ->
                              verdict
                                  .findings()
                                  .forEach(
                                      finding -> rows.add(row(verdict, area, finding, today)))));
      unreturned.forEach(
          verdict ->
              rows.add(
                  row(
                      verdict,
                      verdict.areas().get(0),
                      FileFinding.of(Rule.RETURN_SHEET, verdict.file().delivered().name()),
                      today)));
      return rows;
    }

    private Row row(
        FileVerdict verdict, FileVerdict.AreaRows area, FileFinding finding, LocalDate today) {
      Map<TableColumn, Object> row = new HashMap<>();
      row.put(Finding.PERIOD, area.period().number());
      row.put(Finding.COUNTY_CODE, area.area());
      row.put(Finding.DATASET, verdict.file().delivered().dataset());
      row.put(Finding.RULE, finding.rule());
      row.put(Finding.CHECK_SCOPE, finding.scope());
      row.put(Finding.SEVERITY, finding.level().code());
      row.put(Finding.STATUS, "open");
      row.put(Finding.CHECKED, finding.checked());
      row.put(Finding.FAILED, finding.failed());
      row.put(Finding.EXAMPLES, String.join("; ", finding.examples()));
      row.put(Finding.MESSAGE_ZH, finding.message().zh());
      row.put(Finding.MESSAGE_EN, finding.message().en());
      row.put(Finding.FIRST_SEEN, today);
      row.put(Finding.RUN_ID, run.id());
      return TableRow.of(Finding.TABLE, row);
    }

    private Stream<FileVerdict> all() {
      return List.copyOf(verdicts.values()).stream().flatMap(List::stream);
    }

    private static Set<Period> periods(List<FileVerdict> ofFiles) {
      Set<Period> periods = new TreeSet<>();
      ofFiles.forEach(verdict -> verdict.areas().forEach(area -> periods.add(area.period())));
      return periods;
    }

    private Contract contract(String dataset) {
      return request.catalogue().contract(dataset);
    }
  }
}
