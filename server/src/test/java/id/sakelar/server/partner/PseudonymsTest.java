package id.sakelar.server.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Names under a key that is made once and sealed.
class PseudonymsTest {
  private static final String CARD = "4137777777777777";

  @TempDir private Path folder;
  private Database database;
  private Path keyFile;

  @BeforeEach
  void open() throws IOException, SQLException {
    database = Database.create();
    keyFile = folder.resolve("vault.json");
    Vault.create(keyFile);
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  private SealedKeyStore keys() throws IOException {
    return new SealedKeyStore(database.jdbi(), Vault.open(keyFile), new SecureRandom());
  }

  @Test
  void the_same_words_have_the_same_name_after_a_restart() throws IOException {
    var name = Pseudonyms.open(keys()).of("card", CARD);

    assertThat(name).matches("[0-9a-f]{64}");
    assertThat(Pseudonyms.open(keys()).of("card", CARD)).isEqualTo(name);
    assertThat(Pseudonyms.open(keys()).of("card", "4137777777777778")).isNotEqualTo(name);
  }

  @Test
  void another_database_has_other_names() throws Exception {
    var name = Pseudonyms.open(keys()).of("card", CARD);

    try (var another = Database.create()) {
      var keys = new SealedKeyStore(another.jdbi(), Vault.open(keyFile), new SecureRandom());
      assertThat(Pseudonyms.open(keys).of("card", CARD)).isNotEqualTo(name);
    }
  }

  /// Or two lists of words would have one name.
  @Test
  void a_word_has_no_nul() throws IOException {
    var pseudonyms = Pseudonyms.open(keys());

    assertThatThrownBy(() -> pseudonyms.of("card", "41\0" + CARD))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a word of a pseudonym has no NUL in it");
  }

  @Test
  void processes_that_start_at_once_have_one_key() throws Exception {
    int processes = 8;
    var together = new CyclicBarrier(processes);
    var starts = new ArrayList<Callable<String>>();
    for (int i = 0; i < processes; i++) {
      var keys = keys();
      starts.add(
          () -> {
            together.await();
            return Pseudonyms.open(keys).of("card", CARD);
          });
    }

    var names = new ArrayList<String>();
    try (var executor = Executors.newCachedThreadPool()) {
      for (var name : executor.invokeAll(starts)) {
        names.add(name.get());
      }
    }

    assertThat(names).hasSize(processes).containsOnly(names.getFirst());
  }

  @Test
  void another_key_file_opens_no_names_and_makes_no_new_ones() throws IOException {
    var name = Pseudonyms.open(keys()).of("card", CARD);
    var other = folder.resolve("other.json");
    Vault.create(other);
    var stranger = new SealedKeyStore(database.jdbi(), Vault.open(other), new SecureRandom());

    assertThatThrownBy(() -> Pseudonyms.open(stranger))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a stored secret does not open with this key file");
    assertThat(Pseudonyms.open(keys()).of("card", CARD)).isEqualTo(name);
  }
}
