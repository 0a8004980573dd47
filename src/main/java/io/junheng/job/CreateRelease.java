package io.junheng.job;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Contract;
import io.junheng.definition.Framework;
import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.lake.SilverTable;
import io.junheng.lake.SmallTables;
import io.junheng.release.FreezeGold;
import io.junheng.release.Gate;
import io.junheng.release.GateItem;
import io.junheng.release.Manifest;
import io.junheng.release.Release;
import io.junheng.release.ReleaseId;
import io.junheng.release.ReleaseState;
import io.junheng.release.Releases;
import io.junheng.release.StateChange;
import io.junheng.table.LeagueTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Freezes gold of some periods as a release, if the gate is open. Needs no Spark session: files of
 * gold are copied as they are.
 */
public final class CreateRelease {
  private static final List<String> ROUNDING =
      List.of(
          "values are kept and compared unrounded",
          "values are shown rounded half-up to the decimals of their indicator",
          "places compare values rounded half-up to the decimals of their framework");

  private final SmallTables tables;
  private final Clock clock;
  private final Catalogue catalogue;
  private final Path conf;

  /**
   * A release of what a lake holds.
   *
   * @param conf the folder that the catalogue was read from
   */
  public CreateRelease(SparkStart start, String lake, Catalogue catalogue, Path conf) {
    this(LakeReport.tables(start, lake), catalogue, conf, Clock.systemUTC());
  }

  CreateRelease(SmallTables tables, Catalogue catalogue, Path conf, Clock clock) {
    this.tables = tables;
    this.catalogue = catalogue;
    this.conf = conf;
    this.clock = clock;
  }

  /**
   * What is to be released.
   *
   * @param number empty: the next one of the year
   * @param roles that may read it before it is published
   * @param waivers reasons by rule of the gate
   * @param amends the release that it is to stand in place of
   */
  public record Order(
      List<Period> periods,
      Optional<Integer> number,
      Signer signer,
      List<String> roles,
      Map<String, String> waivers,
      Optional<ReleaseId> amends) {}

  /** Makes it; a {@link JobException} tells why it cannot be made. */
  public Release create(Order order) {
    return new UnderLease(tables, clock).run("release-create", () -> made(order));
  }

  private Release made(Order order) throws IOException {
    FreezeGold freeze = new FreezeGold(tables);
    Releases releases = new Releases(tables);
    ReleaseId id = freeze.numberOf(order.periods(), order.number());
    if (releases.find(id).isPresent()) {
      throw ReleaseWords.exists(id);
    }
    if (order.amends().isPresent() && releases.find(order.amends().get()).isEmpty()) {
      throw ReleaseWords.unknown(order.amends().get(), releases.all());
    }
    requireGold(order.periods());
    GoldState state = goldState();
    Period last = order.periods().stream().max(Period::compareTo).orElseThrow();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Gate.Answer answer =
        ReleaseWords.requireOpen(
            new Gate(items(order.periods(), now))
                .ask(List.of(), order.waivers(), order.signer().name()));
    Release release =
        freeze.apply(
            new FreezeGold.Order(
                order.periods(),
                Optional.of(id.number()),
                now,
                order.signer().name(),
                order.signer().reason(),
                state.codeVersion(last).orElseThrow(),
                catalogue.digest(),
                out -> ConfCopy.write(conf, out),
                label(order.periods()),
                silver(),
                ROUNDING,
                catalogue.frameworks().stream().map(CreateRelease::place).toList(),
                answer.waivers(),
                order.amends()));
    return releases.add(
        release,
        new StateChange(
            1,
            ReleaseState.DRAFT,
            order.signer().name(),
            now,
            order.signer().reason(),
            Optional.empty(),
            order.roles(),
            Optional.empty(),
            List.of(),
            true));
  }

  private List<GateItem> items(List<Period> periods, Instant now) {
    LocalDate today = now.atZone(ZoneId.systemDefault()).toLocalDate();
    return new GateOfLake(catalogue, tables, today).items(periods, ReleaseState.DRAFT);
  }

  /**
   * Gold of the periods, and of the earlier ones that they look back at, must be made from what
   * silver and {@code conf/} hold now; else the manifest would not be true.
   */
  private void requireGold(List<Period> periods) {
    Period last = periods.stream().max(Period::compareTo).orElseThrow();
    Set<Period> needed = new TreeSet<>(periods);
    new DeliveredPeriods(tables)
        .all().stream().filter(period -> period.compareTo(last) <= 0).forEach(needed::add);
    if (!goldState().standsFor(needed)) {
      List<String> names = new ArrayList<>(needed.stream().map(Period::toString).toList());
      String all = String.join(",", names);
      throw new JobException(
          Outcome.INPUT,
          new Text(
              "结果不是由当前数据与口径算出的,不能发布。请先运行 junheng compute --period %s。".formatted(all),
              "The results were not worked out from the data and definitions that stand now, so they cannot be released. Type junheng compute --period %s first."
                  .formatted(all)));
    }
  }

  private GoldState goldState() {
    return new GoldState(tables, catalogue, Set.of(), new Deliveries(tables));
  }

  /** The version of each silver table, by full name. */
  private SortedMap<String, Long> silver() {
    SortedMap<String, Long> versions = new TreeMap<>();
    for (Contract contract : catalogue.contracts()) {
      tables
          .version(SilverTable.of(contract))
          .ifPresent(version -> versions.put("silver." + contract.id(), version));
    }
    return versions;
  }

  private Optional<String> label(List<Period> periods) {
    return tables.read(LeagueTable.TABLE, periods).stream()
        .map(row -> Optional.ofNullable(row.getString(LeagueTable.DATA_LABEL.ordinal())))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Manifest.PlaceRule place(Framework framework) {
    return new Manifest.PlaceRule(
        framework.id(),
        framework.head().edition(),
        word(framework.ranking().scope()),
        word(framework.ranking().ties()),
        framework.ranking().decimals(),
        framework.ranking().official());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(java.util.Locale.ROOT);
  }
}
