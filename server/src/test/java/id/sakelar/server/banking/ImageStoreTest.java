package id.sakelar.server.banking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sakelar.server.banking.ImageStore.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pictures in a directory.
class ImageStoreTest {
  private static final byte[] JPEG = HexFormat.of().parseHex("ffd8ffe000104a464946");
  private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000000d");

  @TempDir private Path folder;
  private Path directory;
  private ImageStore images;

  @BeforeEach
  void open() {
    directory = folder.resolve("images");
    images = new ImageStore(directory, new SecureRandom());
  }

  @Test
  void a_picture_has_a_reference_that_nobody_guesses() throws IOException {
    var card = images.put(JPEG, Kind.IDENTITY_CARD);
    var portrait = images.put(PNG, Kind.PORTRAIT);

    assertThat(card).matches("identity-card/[0-9a-f]{32}[.]jpg");
    assertThat(portrait).matches("portrait/[0-9a-f]{32}[.]png");
    assertThat(images.put(JPEG, Kind.IDENTITY_CARD)).isNotEqualTo(card);
    assertThat(images.has(card)).isTrue();
    assertThat(images.has(portrait)).isTrue();
    assertThat(Files.readAllBytes(directory.resolve(card))).isEqualTo(JPEG);
  }

  @Test
  void only_its_owner_can_open_it_and_nothing_else_is_left() throws IOException {
    var card = directory.resolve(images.put(JPEG, Kind.IDENTITY_CARD));
    var cards = directory.resolve("identity-card");

    assertThat(permissions(card)).isEqualTo("rw-------");
    assertThat(permissions(cards)).isEqualTo("rwx------");
    try (var files = Files.list(cards)) {
      assertThat(files).containsExactly(card);
    }
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void a_picture_that_was_put_there_by_hand_is_there() throws IOException {
    Files.createDirectories(directory.resolve("pendaftaran"));
    Files.write(directory.resolve("pendaftaran/LMG_1234123412341234_KTP_20181005221057.jpg"), JPEG);

    assertThat(images.has("pendaftaran/LMG_1234123412341234_KTP_20181005221057.jpg")).isTrue();
    assertThat(images.has("pendaftaran/LMG_1234123412341234_20181005221057.png")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "../secret.jpg",
        "a/../../secret.jpg",
        "a/../b.jpg",
        "/etc/passwd",
        "a/b/c.jpg",
        "a.gif",
        "secret.jpg\0",
        ".jpg",
        "a/.jpg",
        "a\\b.jpg",
        "a.jpg/",
        "a//b.jpg",
        "-rf.jpg",
        "Ä.jpg"
      })
  void what_is_no_name_of_a_picture_is_none(String reference) throws IOException {
    Files.createDirectories(directory.resolve("a"));
    Files.write(folder.resolve("secret.jpg"), JPEG);
    Files.write(directory.resolve("b.jpg"), JPEG);

    assertThat(images.has(reference)).isFalse();
    assertThat(images.has("b.jpg")).isTrue();
  }

  @Test
  void a_link_is_no_picture() throws IOException {
    Files.createDirectories(directory);
    Files.write(folder.resolve("secret.jpg"), JPEG);
    Files.createSymbolicLink(directory.resolve("link.jpg"), folder.resolve("secret.jpg"));

    assertThat(images.has("link.jpg")).isFalse();
  }

  @Test
  void what_is_no_picture_is_not_kept() {
    assertThatThrownBy(() -> images.put("<?php".getBytes(UTF_8), Kind.PORTRAIT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a picture is JPEG or PNG");
    assertThatThrownBy(() -> images.put(new byte[0], Kind.PORTRAIT))
        .hasMessage("a picture is JPEG or PNG");
    assertThatThrownBy(() -> images.put(Arrays.copyOf(JPEG, 5_000_001), Kind.PORTRAIT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a picture has at most 262144 bytes");
    assertThat(directory).doesNotExist();
  }
}
