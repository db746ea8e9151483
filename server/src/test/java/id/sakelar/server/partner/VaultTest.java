package id.sakelar.server.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Secrets sealed for the database, and the key file they open with.
class VaultTest {
  private static final Secret KEY = new Secret("dev-7c1a9f2e");

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void create() throws IOException {
    file = folder.resolve("vault.json");
    Vault.create(file);
  }

  @Test
  void a_sealed_secret_opens_at_its_place() throws IOException {
    var sealed = Vault.open(file).seal(KEY, "credential/a");

    assertThat(Vault.open(file).open(sealed, "credential/a").reveal()).isEqualTo("dev-7c1a9f2e");
  }

  @Test
  void a_sealed_secret_opens_nowhere_else() throws IOException {
    var vault = Vault.open(file);
    var sealed = vault.seal(KEY, "credential/a");

    assertThatThrownBy(() -> vault.open(sealed, "credential/b"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a stored secret does not open with this key file");
  }

  @Test
  void a_sealed_secret_opens_with_no_other_key_file() throws IOException {
    var other = folder.resolve("other.json");
    Vault.create(other);
    var sealed = Vault.open(file).seal(KEY, "credential/a");
    var stranger = Vault.open(other);

    assertThatThrownBy(() -> stranger.open(sealed, "credential/a"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void what_was_tampered_with_does_not_open() throws IOException {
    var vault = Vault.open(file);
    var sealed = vault.seal(KEY, "credential/a");
    sealed[sealed.length - 1] ^= 1;

    assertThatThrownBy(() -> vault.open(sealed, "credential/a"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void the_same_secret_is_never_sealed_the_same_and_cannot_be_read() throws IOException {
    var vault = Vault.open(file);
    var one = vault.seal(KEY, "credential/a");
    var other = vault.seal(KEY, "credential/a");

    assertThat(one).isNotEqualTo(other);
    assertThat(new String(one, StandardCharsets.ISO_8859_1)).doesNotContain("7c1a9f2e");
  }

  @Test
  void a_new_key_file_is_its_owners_alone() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThatThrownBy(() -> Vault.create(file)).isInstanceOf(FileAlreadyExistsException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwx------"})
  void a_key_file_that_others_may_use_is_refused(String permissions) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

    assertThatThrownBy(() -> Vault.open(file))
        .isInstanceOf(IOException.class)
        .hasMessage("a file with a secret must be closed to all but its owner: " + file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "no key", "{\"primaryKeyId\": 1, \"key\": []}", "[1"})
  void a_file_without_a_key_is_refused(String text) throws IOException {
    Files.writeString(file, text);

    assertThatThrownBy(() -> Vault.open(file))
        .isInstanceOf(IOException.class)
        .hasMessage("the key file holds no key: " + file);
  }

  @Test
  void an_empty_file_and_a_closed_one_are_refused() throws IOException {
    Files.writeString(file, " \n");
    assertThatThrownBy(() -> Vault.open(file))
        .isInstanceOf(IOException.class)
        .hasMessage("a file with a secret is empty: " + file);

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assertThatThrownBy(() -> Vault.open(file)).isInstanceOf(IOException.class);
  }

  @Test
  void a_secret_prints_as_stars() {
    assertThat(KEY).hasToString("***");
  }

  @Test
  void a_sealed_text_opens_at_its_place_and_nowhere_else() throws IOException {
    var vault = Vault.open(file);
    var sealed = vault.sealText("4137777777777777", "ticket/card/1");

    assertThat(sealed).matches("v1:[A-Za-z0-9+/]+").doesNotContain("4137777777777777");
    assertThat(Vault.open(file).openText(sealed, "ticket/card/1")).isEqualTo("4137777777777777");
    assertThatThrownBy(() -> vault.openText(sealed, "ticket/card/2"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a stored secret does not open with this key file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "4137777777777777", "v2:AAAA", "v1:4137 7777", "v1:A"})
  void a_text_that_was_never_sealed_does_not_pass_for_one(String text) throws IOException {
    var vault = Vault.open(file);

    assertThatThrownBy(() -> vault.openText(text, "ticket/card/1"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a stored text is not sealed");
  }
}
