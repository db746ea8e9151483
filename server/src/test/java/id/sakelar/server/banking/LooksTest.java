package id.sakelar.server.banking;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.server.partner.Database;
import id.sakelar.server.partner.Pseudonyms;
import id.sakelar.server.partner.SealedKeyStore;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How much an agent may look at accounts, and what is written down of it.
class LooksTest {
  private static final String ARDHA = "BNIUS100294";

  /// Six in the evening in Jakarta.
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-20T11:00:00Z"));

  private Database database;
  private Looks looks;

  @BeforeEach
  void open() throws SQLException {
    database = Database.create();
    looks = server();
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  /// One that was started just now.
  private Looks server() {
    var keys = new SealedKeyStore(database.jdbi(), Database.vault(), new SecureRandom());
    var store = new LookStore(database.jdbi(), Pseudonyms.open(keys));
    return new Looks(store, new Looks.Limits(30, 40), now::get);
  }

  private void pass(Duration time) {
    now.updateAndGet(moment -> moment.plus(time));
  }

  private static End account(int number) {
    return new End("009", "1" + number);
  }

  /// How many of so many looks are allowed, one after the other, each at another account.
  private int look(String username, int times, boolean found) {
    int allowed = 0;
    for (int i = 0; i < times; i++) {
      if (looks.may(username)) {
        allowed++;
        looks.note(username, Look.CHECK, account(i), found);
      }
    }
    return allowed;
  }

  @Test
  void an_agent_looks_thirty_times_a_minute() {
    assertThat(look(ARDHA, 35, true)).isEqualTo(30);
    assertThat(look("BNIUS100268", 1, true)).isEqualTo(1);

    pass(Duration.ofSeconds(2));
    assertThat(look(ARDHA, 5, true)).isEqualTo(1);
    pass(Duration.ofMinutes(1));
    assertThat(look(ARDHA, 35, true)).isEqualTo(30);
  }

  @Test
  void a_third_of_them_may_find_nothing() {
    assertThat(look(ARDHA, 20, false)).isEqualTo(10);
    assertThat(look(ARDHA, 20, true)).isZero();

    pass(Duration.ofSeconds(6));
    assertThat(look(ARDHA, 5, false)).isEqualTo(1);
  }

  @Test
  void what_finds_something_is_no_miss() {
    assertThat(look(ARDHA, 9, false)).isEqualTo(9);
    assertThat(look(ARDHA, 12, true)).isEqualTo(12);
    assertThat(look(ARDHA, 5, false)).isEqualTo(1);
  }

  /// Who asks for many at once does not know what they find before they all are counted.
  @Test
  void looks_that_are_under_way_count_as_misses() {
    for (int i = 0; i < 10; i++) {
      assertThat(looks.may(ARDHA)).isTrue();
    }

    assertThat(looks.may(ARDHA)).isFalse();
    looks.note(ARDHA, Look.CHECK, account(1), true);
    assertThat(looks.may(ARDHA)).isTrue();
  }

  @Test
  void an_agent_looks_at_so_many_accounts_a_day_of_jakarta_at_all_servers() {
    assertThat(look(ARDHA, 30, true)).isEqualTo(30);
    pass(Duration.ofMinutes(2));
    assertThat(look(ARDHA, 30, true)).as("the same ones").isEqualTo(30);
    pass(Duration.ofMinutes(2));
    for (int i = 30; i < 40; i++) {
      assertThat(looks.may(ARDHA)).isTrue();
      looks.note(ARDHA, Look.INQUIRY, account(i), i % 2 == 0);
    }

    assertThat(looks.may(ARDHA)).isFalse();
    assertThat(server().may(ARDHA)).isFalse();
    assertThat(server().may("BNIUS100268")).isTrue();

    now.set(Instant.parse("2026-11-20T16:59:59.999Z"));
    assertThat(looks.may(ARDHA)).isFalse();
    now.set(Instant.parse("2026-11-20T17:00:00Z"));
    assertThat(looks.may(ARDHA)).isTrue();
  }

  @Test
  void an_account_of_another_bank_is_another_account() {
    for (int i = 0; i < 40; i++) {
      looks.note(ARDHA, Look.CHECK, new End(i % 2 == 0 ? "008" : "002", "1" + i / 2), true);
    }

    assertThat(looks.may(ARDHA)).isFalse();
  }

  @Test
  void every_look_is_written_down_and_accounts_that_are_not_there_under_a_pseudonym() {
    looks.may(ARDHA);
    looks.note(ARDHA, Look.BALANCE, new End("009", "4447"), true);
    looks.may(ARDHA);
    looks.note(ARDHA, Look.INQUIRY, new End("008", "114451186"), false);

    var rows = rows();
    assertThat(rows.getFirst())
        .isEqualTo("BNIUS100294 BALANCE 009 4447 true 2026-11-20 2026-11-20 11:00:00");
    assertThat(rows.getLast())
        .matches("BNIUS100294 INQUIRY 008 [0-9a-f]{64} false 2026-11-20 2026-11-20 11:00:00");
    assertThat(rows).hasSize(2);
  }

  private List<String> rows() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT concat_ws(' ', username, operation, bank, account,
                                         found::text, day, at AT TIME ZONE 'UTC')
                        FROM account_look ORDER BY number
                        """)
                    .mapTo(String.class)
                    .list());
  }
}
