package id.sakelar.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.ledger.Problem.Weight;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;

/// A database that may forget what it confirmed is not let in.
class StartGateTest {
  @Test
  void a_database_that_syncs_is_let_in() throws Exception {
    try (var database = Database.create();
        var connection = database.connect()) {
      assertThat(StartGate.problems(connection)).isEmpty();
    }
  }

  @Test
  void what_a_session_gives_up_for_itself_counts_too() throws Exception {
    try (var database = Database.create();
        var connection = database.connect()) {
      connection.createStatement().execute("SET synchronous_commit = local");

      assertThat(StartGate.problems(connection))
          .containsExactly(
              new Problem(Weight.REFUSE, "synchronous_commit", "local", "on or remote_apply"));
    }
  }

  /// Started without a word said, the embedded server is made for tests and not for money.
  @Test
  void every_careless_setting_is_named() throws Exception {
    try (var careless =
            EmbeddedPostgres.builder()
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("data_sync_retry", "on")
                .start();
        var connection = careless.getPostgresDatabase().getConnection()) {
      assertThat(StartGate.problems(connection))
          .extracting(Problem::toString)
          .containsExactly(
              "fsync is off, and has to be on",
              "full_page_writes is off, and has to be on",
              "synchronous_commit is off, and has to be on or remote_apply",
              "data_sync_retry is on, and has to be off");
    }
  }
}
