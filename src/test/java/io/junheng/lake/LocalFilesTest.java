package io.junheng.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Beside Hadoop's own local file system, on the same files. */
class LocalFilesTest {
  private static final URI LOCAL = URI.create("file:///");

  private static final int ROUNDS = 300;

  @TempDir Path folder;
  private final Configuration configuration = new Configuration();
  private FileSystem ours;
  private FileSystem hadoops;

  @BeforeEach
  void open() throws IOException {
    configuration.set("fs.file.impl", LocalFiles.class.getName());
    configuration.set("fs.AbstractFileSystem.file.impl", LocalFiles.Context.class.getName());
    ours = FileSystem.newInstance(LOCAL, configuration);
    hadoops = new LocalFileSystem();
    hadoops.initialize(LOCAL, new Configuration());
  }

  private org.apache.hadoop.fs.Path write(String name, String text) throws IOException {
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(folder.resolve(name).toString());
    try (FSDataOutputStream out = ours.create(path)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return path;
  }

  private static void assertSame(FileStatus own, FileStatus other) {
    assertThat(own.getPath()).isEqualTo(other.getPath());
    assertThat(own.getLen()).isEqualTo(other.getLen());
    assertThat(own.isDirectory()).isEqualTo(other.isDirectory());
    assertThat(own.getModificationTime()).isEqualTo(other.getModificationTime());
    assertThat(own.getPermission()).isEqualTo(other.getPermission());
    assertThat(own.getOwner()).isEqualTo(other.getOwner());
    assertThat(own.getGroup()).isEqualTo(other.getGroup());
  }

  @Test
  void filesAndFoldersAreMadeAndDescribedAsHadoopDoes() throws IOException {
    org.apache.hadoop.fs.Path file = write("湖/一 [1].csv", "a,b\n");
    assertSame(ours.getFileStatus(file), hadoops.getFileStatus(file));
    assertSame(ours.getFileStatus(file.getParent()), hadoops.getFileStatus(file.getParent()));
    assertThat(ours.listStatus(file.getParent())).hasSize(1);
    assertThat(folder.resolve("湖/.一 [1].csv.crc")).exists();
  }

  @Test
  void permissionsAreThoseAskedFor() throws IOException {
    org.apache.hadoop.fs.Path file = write("secret", "x");
    for (String mode : new String[] {"600", "640", "755", "444"}) {
      ours.setPermission(file, new FsPermission(mode));
      assertSame(ours.getFileStatus(file), hadoops.getFileStatus(file));
      assertThat(ours.getFileStatus(file).getPermission()).isEqualTo(new FsPermission(mode));
    }
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThatThrownBy(() -> ours.getFileStatus(new org.apache.hadoop.fs.Path(folder + "/nothing")))
        .isInstanceOf(FileNotFoundException.class);
  }

  @Test
  void aRenameThroughTheSecondInterfaceReplacesNothingUnasked() throws IOException {
    FileContext context = FileContext.getFileContext(LOCAL, configuration);
    org.apache.hadoop.fs.Path from = write("0.tmp", "new");
    org.apache.hadoop.fs.Path to = write("0.json", "old");
    assertThatThrownBy(() -> context.rename(from, to, Options.Rename.NONE))
        .isInstanceOf(org.apache.hadoop.fs.FileAlreadyExistsException.class);
    assertThat(Files.readString(folder.resolve("0.json"))).isEqualTo("old");
    context.rename(from, new org.apache.hadoop.fs.Path(folder + "/1.json"), Options.Rename.NONE);
    assertThat(folder.resolve("1.json")).hasContent("new");
    assertThat(folder.resolve("0.tmp")).doesNotExist();
  }

  @Test
  void ofTwoWritersWhoGiveTheSameNameOneIsToldThatItIsTaken() throws Exception {
    FileContext context = FileContext.getFileContext(LOCAL, configuration);
    ExecutorService writers = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < ROUNDS; round++) {
        org.apache.hadoop.fs.Path to = new org.apache.hadoop.fs.Path(folder + "/" + round);
        CyclicBarrier together = new CyclicBarrier(2);
        List<Future<Boolean>> written = new ArrayList<>();
        for (String writer : List.of("first", "second")) {
          org.apache.hadoop.fs.Path from = write(writer + round + ".tmp", writer);
          written.add(writers.submit(() -> isRenamed(context, from, to, together)));
        }
        boolean isFirst = written.get(0).get();
        assertThat(written.get(1).get()).isEqualTo(!isFirst);
        try (FSDataInputStream in = context.open(to)) {
          assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
              .isEqualTo(isFirst ? "first" : "second");
        }
      }
    } finally {
      writers.shutdownNow();
    }
  }

  private static boolean isRenamed(
      FileContext context,
      org.apache.hadoop.fs.Path from,
      org.apache.hadoop.fs.Path to,
      CyclicBarrier together)
      throws Exception {
    together.await();
    try {
      context.rename(from, to, Options.Rename.NONE);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  @Test
  void aLinkIsToldFromWhatItPointsTo() throws IOException {
    org.apache.hadoop.fs.Path file = write("target", "x");
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("target"));
    FileContext context = FileContext.getFileContext(LOCAL, configuration);
    assertThat(
            context.getFileLinkStatus(new org.apache.hadoop.fs.Path(link.toString())).isSymlink())
        .isTrue();
    assertThat(context.getFileLinkStatus(file).isSymlink()).isFalse();
  }
}
