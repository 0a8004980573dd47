package io.junheng.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
  private static final String SHA_OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path lake;
  private Archive archive;

  @BeforeEach
  void openArchive() {
    archive = new Archive(new Configuration(), lake.toString());
  }

  @Test
  void aFileLiesUnderItsSha256() throws IOException {
    FileId id = archive.store(bytes("abc"));

    assertThat(id).isEqualTo(new FileId(SHA_OF_ABC, 3));
    assertThat(files()).containsExactly("archive/ba/" + SHA_OF_ABC.substring(2));
    assertThat(new String(archive.open(id).readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("abc");
  }

  @Test
  void aNewArchiveOpensToItsOwnerAlone() throws IOException {
    archive.store(bytes("abc"));

    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(lake.resolve("archive"))))
        .isEqualTo("rwx------");
  }

  @Test
  void theSameBytesAgainAreNotWrittenAgain() throws IOException {
    FileId id = archive.store(bytes("abc"));
    Path stored = lake.resolve("archive/ba/" + SHA_OF_ABC.substring(2));
    Files.setLastModifiedTime(stored, FileTime.fromMillis(1_000_000));

    assertThat(archive.store(bytes("abc"))).isEqualTo(id);
    assertThat(Files.getLastModifiedTime(stored)).isEqualTo(FileTime.fromMillis(1_000_000));
    assertThat(files()).hasSize(1);
  }

  @Test
  void aStreamThatBreaksOffLeavesNothing() throws IOException {
    InputStream breaking =
        new FilterInputStream(bytes("abc")) {
          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            if (super.read(buffer, offset, 2) < 2) {
              throw new IOException("connection lost");
            }
            return 2;
          }
        };

    assertThatThrownBy(() -> archive.store(breaking)).hasMessage("connection lost");
    assertThat(files()).isEmpty();
  }

  @Test
  void aFileIsKnownBeforeItIsStored() throws IOException {
    Path delivered = Files.writeString(lake.resolve("学生.csv"), "abc");
    org.apache.hadoop.fs.Path source = new org.apache.hadoop.fs.Path(delivered.toUri());

    try (InputStream bytes = Files.newInputStream(delivered)) {
      assertThat(archive.identify(bytes)).isEqualTo(new FileId(SHA_OF_ABC, 3));
    }
    assertThat(archive.contains(new FileId(SHA_OF_ABC, 3))).isFalse();
    assertThat(archive.contains(archive.store(source))).isTrue();
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> walk = Files.walk(lake)) {
      return walk.filter(Files::isRegularFile).map(f -> lake.relativize(f).toString()).toList();
    }
  }
}
