package id.sakelar.ledger;

import static id.sakelar.ledger.Town.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Keys of batches are kept while somebody may ask, and no longer.
class BatchesTest {
  @Test
  void keys_of_yesterday_are_dropped_and_those_of_today_stay() throws Exception {
    try (var database = Database.create();
        var connection = database.connect()) {
      Town.settle(database);
      Town.together(database, Town.topUp("t1", SHOP, 5));
      long today = database.count("SELECT count(*) FROM batch");
      try (var old = connection.createStatement()) {
        old.execute(
            """
            INSERT INTO batch (id, booked, at)
            SELECT gen_random_uuid(), true, now() - interval '25 hours' FROM generate_series(1, 7)
            """);
      }

      assertThat(Batches.forgetOld(connection)).isEqualTo(7);
      assertThat(today).isPositive();
      assertThat(database.count("SELECT count(*) FROM batch")).isEqualTo(today);
    }
  }
}
