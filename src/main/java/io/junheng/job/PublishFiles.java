package io.junheng.job;

import io.junheng.definition.Audience;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Contract;
import io.junheng.definition.Language;
import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.publication.Cells;
import io.junheng.publication.Gold;
import io.junheng.publication.bulletin.Bulletin;
import io.junheng.publication.files.Bundle;
import io.junheng.publication.files.PublishedFile;
import io.junheng.publication.files.PublishedFolder;
import io.junheng.publication.form.CellId;
import io.junheng.publication.form.FormDifference;
import io.junheng.publication.form.FormReader;
import io.junheng.publication.form.FormWorkbook;
import io.junheng.publication.form.Forms;
import io.junheng.publication.workbook.ByCounty;
import io.junheng.publication.workbook.Names;
import io.junheng.table.DimArea;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Publishes gold as files: workbooks and tables, the official forms, the bulletin. Needs no Spark
 * session. Whatever fails comes out as a {@link JobException}; what was published before stays
 * then.
 */
public record PublishFiles(PublishRequest request, Language language, Watcher watcher) {

  /** Workbooks, tables, dictionary and readme in one folder. */
  public void files(Path out) {
    SparkFailures.told(
        () -> {
          Gold gold = GoldToPublish.open(request);
          Bundle bundle = new Bundle(gold, language, own(gold)::contains);
          Steps steps = new Steps(watcher);
          replace(out, folder -> bundle.writeTo(folder, part -> steps.next(title(part))), steps);
          return null;
        });
  }

  /**
   * The forms of the counties that the audience may see, one workbook each.
   *
   * @param county only this one; empty: all
   */
  public void forms(Path out, Optional<String> county) {
    SparkFailures.told(
        () -> {
          Gold gold = GoldToPublish.open(request);
          Period period = latest(gold);
          Forms forms = forms(gold);
          List<String> counties =
              forms.counties(period).stream()
                  .filter(own(gold)::contains)
                  .filter(code -> county.isEmpty() || county.get().equals(code))
                  .toList();
          if (counties.isEmpty()) {
            throw noForms(county, period);
          }
          Steps steps = new Steps(watcher);
          replace(
              out,
              folder -> {
                steps.next(
                    new Text(
                        "申报表 %d 个县".formatted(counties.size()),
                        "Forms of %d counties".formatted(counties.size())));
                for (String code : counties) {
                  write(forms, code, period, folder.resolve(code + ".xlsx"));
                }
              },
              steps);
          return null;
        });
  }

  /** What of a filled form is not as the lake says. */
  public FormCheck readForm(Path file) {
    return SparkFailures.told(
        () -> {
          List<FormReader.Filled> filled = filled(file);
          Gold gold = GoldToPublish.open(request);
          CellId any = filled.get(0).id();
          if (!gold.periods().contains(any.period()) || !own(gold).contains(any.county())) {
            throw noForms(Optional.of(any.county()), any.period());
          }
          return new FormCheck(
              filled.size(),
              FormDifference.between(forms(gold).of(any.county(), any.period()).cells(), filled)
                  .stream()
                  .map(
                      one ->
                          new FormCheck.Difference(
                              one.kind().name().toLowerCase(Locale.ROOT),
                              one.place(),
                              one.id().toString(),
                              one.inLake(),
                              one.inFile()))
                  .toList());
        });
  }

  /** The bulletin of a period, which gold need not hold, as a Word file. */
  public void bulletin(Path out, Period period) {
    SparkFailures.told(
        () -> {
          Gold gold = GoldToPublish.open(request);
          Bulletin bulletin =
              new Bulletin(gold, new Names(gold, language), datasets(request.catalogue()), period);
          PublishedFile.replace(out, bulletin::writeTo);
          return null;
        });
  }

  private static Map<String, Text> datasets(Catalogue catalogue) {
    return catalogue.contracts().stream().collect(Collectors.toMap(Contract::id, Contract::title));
  }

  private Forms forms(Gold gold) {
    return new Forms(request.catalogue(), new ByCounty(gold), new Names(gold, language));
  }

  private static void write(Forms forms, String county, Period period, Path file)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      new FormWorkbook(forms.of(county, period)).writeTo(out);
    }
  }

  private static List<FormReader.Filled> filled(Path file) throws IOException {
    List<FormReader.Filled> filled;
    try (InputStream in = Files.newInputStream(file)) {
      filled = FormReader.read(in);
    } catch (IOException e) {
      throw new JobException(
          Outcome.INPUT,
          new Text(
              "读不了 %s:它应是 publish forms 写出的 .xlsx 文件。".formatted(file),
              "Cannot read %s: it should be a workbook (.xlsx) that publish forms wrote."
                  .formatted(file)),
          e);
    }
    if (filled.isEmpty()) {
      throw new JobException(
          Outcome.INPUT,
          new Text(
              "%s 中没有带编号的单元格:隐藏的编号列可能已被删除。请用 publish forms 重新生成后再填。".formatted(file),
              "%s has no cell with an id: the hidden columns may have been deleted. Write the forms again with publish forms."
                  .formatted(file)));
    }
    return filled;
  }

  private static Period latest(Gold gold) {
    return gold.periods().stream().max(Comparator.naturalOrder()).orElseThrow();
  }

  /** Counties whose schools the audience may see. */
  private Set<String> own(Gold gold) {
    Audience audience = request.audience();
    Stream<String> counties =
        gold.rows(DimArea.TABLE).stream()
            .filter(
                row ->
                    !(audience instanceof Audience.City city)
                        || Cells.text(row, DimArea.CITY_CODE).equals(Optional.of(city.code())))
            .map(row -> Cells.code(row, DimArea.AREA_CODE));
    if (audience instanceof Audience.County county) {
      return Set.of(county.code());
    }
    return audience instanceof Audience.Public
        ? Set.of()
        : counties.collect(Collectors.toUnmodifiableSet());
  }

  private static void replace(Path out, PublishedFolder.Content content, Steps steps)
      throws IOException {
    boolean isDone = false;
    try {
      new PublishedFolder(out).replace(content);
      isDone = true;
    } catch (DirectoryNotEmptyException e) {
      throw new JobException(
          Outcome.CONFIGURATION,
          new Text(
              "%s 中有不是本程序发布的文件,不会覆盖。请指定一个新的或空的目录。".formatted(out),
              "%s holds files that no publication made; they are not replaced. Name a new or empty folder."
                  .formatted(out)),
          e);
    } catch (FileAlreadyExistsException e) {
      throw new JobException(
          Outcome.BUSY,
          new Text(
              "另一程序正在发布到 %s。".formatted(out),
              "Another program is publishing to %s.".formatted(out)),
          e);
    } finally {
      steps.finish(isDone);
    }
  }

  private static JobException noForms(Optional<String> county, Period period) {
    String which = county.orElse("—");
    return new JobException(
        Outcome.INPUT,
        new Text(
            "没有 %s 在周期 %s 的优质均衡结果,或无权查看。请先运行 run 或 compute,并核对 --county、--period、--audience。"
                .formatted(which, period),
            "There are no results of quality and balance for %s in %s that may be shown. Type run or compute first, and see to --county, --period and --audience."
                .formatted(which, period)));
  }

  private static Text title(Bundle.Part part) {
    return switch (part) {
      case TABLES -> new Text("结果表 CSV、Parquet", "Tables as CSV and Parquet");
      case LEAGUES -> new Text("一览表工作簿", "League workbooks");
      case COUNTIES -> new Text("一县一策工作簿", "County workbooks");
    };
  }

  /** Steps one after the other on a screen. */
  private static final class Steps {
    private static final Text DONE = new Text("", "");
    private final Watcher watcher;
    private final AtomicReference<Watcher.Step> current = new AtomicReference<>();

    Steps(Watcher watcher) {
      this.watcher = watcher;
    }

    void next(Text title) {
      finish(true);
      current.set(watcher.begin("files", title));
    }

    void finish(boolean isDone) {
      Watcher.Step step = current.getAndSet(null);
      if (step != null && isDone) {
        step.end(DONE);
      } else if (step != null) {
        step.fail();
      }
    }
  }
}
