package io.junheng.publication.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedFolderTest {
  @TempDir private Path parent;
  private Path target;
  private PublishedFolder folder;

  @BeforeEach
  void publishOnce() throws IOException {
    target = parent.resolve("out");
    folder = new PublishedFolder(target);
    folder.replace(fresh -> Files.writeString(fresh.resolve("a.txt"), "one"));
  }

  @Test
  void theFolderIsReplacedAsAWhole() throws IOException {
    folder.replace(fresh -> Files.writeString(fresh.resolve("b.txt"), "two"));
    assertThat(target.resolve("a.txt")).doesNotExist();
    assertThat(target.resolve("b.txt")).hasContent("two");
    assertThat(target.resolve("checksums.sha256"))
        .hasContent("3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3  b.txt");
  }

  @Test
  void aFailureLeavesTheOldOne() {
    assertThatThrownBy(
            () ->
                folder.replace(
                    fresh -> {
                      Files.writeString(fresh.resolve("b.txt"), "half");
                      throw new IOException("disk full");
                    }))
        .hasMessage("disk full");
    assertThat(target.resolve("a.txt")).hasContent("one");
    assertThat(parent.resolve(".out.new")).doesNotExist();
  }

  @Test
  void whatAKilledPublicationLeftIsPutInOrder() throws IOException {
    Files.move(target, parent.resolve(".out.old"));
    Files.createDirectory(parent.resolve(".out.new"));
    assertThatThrownBy(
            () ->
                folder.replace(
                    fresh -> {
                      assertThat(target.resolve("a.txt")).hasContent("one");
                      throw new IOException("again");
                    }))
        .hasMessage("again");
    assertThat(target.resolve("a.txt")).hasContent("one");
  }

  @Test
  void aFolderOfSomebodyElseIsNotTouched() throws IOException {
    Path own = Files.createDirectory(parent.resolve("own"));
    Files.writeString(own.resolve("letter.txt"), "dear");
    assertThatThrownBy(() -> new PublishedFolder(own).replace(fresh -> {}))
        .isInstanceOf(DirectoryNotEmptyException.class);
    assertThat(own.resolve("letter.txt")).hasContent("dear");
  }

  @Test
  void twoDoNotPublishToTheSamePlaceAtOnce() throws IOException {
    folder.replace(
        fresh ->
            assertThatThrownBy(() -> new PublishedFolder(target).replace(other -> {}))
                .isInstanceOf(FileAlreadyExistsException.class));
  }
}
