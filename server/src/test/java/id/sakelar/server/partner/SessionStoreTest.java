package id.sakelar.server.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How long an agent's session lasts, and what ends it.
class SessionStoreTest {
  private static final Optional<String> ARDHA = Optional.of("BNIUS100294");

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-20T03:00:00Z"));
  private Database database;
  private SessionStore sessions;

  @BeforeEach
  void open() throws SQLException {
    database = Database.create();
    sessions = lasting(Duration.ofMinutes(15), Duration.ofHours(12));
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    INSERT INTO agent (username, status, class, types, mitra, branch, counter,
                                       registered_at, profile)
                    SELECT username, 'ACTIVE', 'A', 'lkd', 'BNI', '014', '100294', now(), ''
                    FROM unnest(ARRAY['BNIUS100294', 'BNIUS100268']) AS username
                    """));
  }

  private SessionStore lasting(Duration idle, Duration most) {
    return new SessionStore(database.jdbi(), now::get, new SecureRandom(), idle, most);
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  private void pass(Duration time) {
    now.updateAndGet(moment -> moment.plus(time));
  }

  private String stored(String column) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT string_agg(" + column + "::text, ' ') FROM session")
                    .mapTo(String.class)
                    .findOne()
                    .orElse(""));
  }

  @Test
  void an_id_is_eighty_letters_and_digits_and_another_at_each_login() {
    var ids = new HashSet<String>();
    for (int i = 0; i < 50; i++) {
      ids.add(sessions.begin("BNIUS100294"));
    }

    assertThat(ids).hasSize(50).allMatch(id -> id.matches("[A-Za-z0-9]{80}"));
    assertThat(ids).allMatch(id -> sessions.find(id).equals(ARDHA));
  }

  @Test
  void the_id_is_stored_nowhere() {
    var id = sessions.begin("BNIUS100294");

    assertThat(stored("session")).contains("BNIUS100294").doesNotContain(id);
    assertThat(sessions.find(stored("hash"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "' OR true --", "\0", "{{session_id}}"})
  void what_is_no_id_is_nobodys(String id) {
    sessions.begin("BNIUS100294");

    assertThat(sessions.find(id)).isEmpty();
    assertThat(sessions.find("x".repeat(80))).isEmpty();
    assertThat(sessions.find("x".repeat(1_000_000))).isEmpty();
  }

  @Test
  void fifteen_minutes_without_use_end_it() {
    var id = sessions.begin("BNIUS100294");
    pass(Duration.ofMinutes(15).minusMillis(1));
    assertThat(sessions.find(id)).isEqualTo(ARDHA);
    pass(Duration.ofMinutes(15).minusMillis(1));
    assertThat(sessions.find(id)).isEqualTo(ARDHA);

    pass(Duration.ofMinutes(15));
    assertThat(sessions.find(id)).isEmpty();
  }

  @Test
  void twelve_hours_end_it_however_much_it_is_used() {
    var id = sessions.begin("BNIUS100294");
    for (int i = 1; i < 72; i++) {
      pass(Duration.ofMinutes(10));
      assertThat(sessions.find(id)).isEqualTo(ARDHA);
    }
    pass(Duration.ofMinutes(10).minusMillis(1));
    assertThat(sessions.find(id)).isEqualTo(ARDHA);

    pass(Duration.ofMillis(1));
    assertThat(sessions.find(id)).isEmpty();
  }

  @Test
  void use_is_written_down_at_most_once_a_minute() {
    var id = sessions.begin("BNIUS100294");
    var began = stored("used_at");
    pass(Duration.ofMinutes(1).minusMillis(1));
    sessions.find(id);
    assertThat(stored("used_at")).isEqualTo(began);

    pass(Duration.ofMillis(1));
    sessions.find(id);
    assertThat(stored("used_at")).isNotEqualTo(began);
  }

  @Test
  void a_short_session_is_lengthened_by_use_too() {
    var brief = lasting(Duration.ofSeconds(30), Duration.ofHours(12));
    var id = brief.begin("BNIUS100294");
    for (int i = 0; i < 10; i++) {
      pass(Duration.ofSeconds(20));
      assertThat(brief.find(id)).isEqualTo(ARDHA);
    }
  }

  @Test
  void logout_ends_one_session_and_everything_else_all_of_an_agent() {
    var morning = sessions.begin("BNIUS100294");
    var evening = sessions.begin("BNIUS100294");
    var other = sessions.begin("BNIUS100268");

    sessions.end(morning);
    assertThat(sessions.find(morning)).isEmpty();
    assertThat(sessions.find(evening)).isEqualTo(ARDHA);

    sessions.endAll("BNIUS100294");
    assertThat(sessions.find(evening)).isEmpty();
    assertThat(sessions.find(other)).contains("BNIUS100268");
  }

  @Test
  void sessions_that_are_over_are_dropped_and_no_others() {
    sessions.begin("BNIUS100294");
    pass(Duration.ofMinutes(15));
    var id = sessions.begin("BNIUS100268");

    sessions.forgetOld();

    assertThat(stored("username")).isEqualTo("BNIUS100268");
    assertThat(sessions.find(id)).contains("BNIUS100268");
  }
}
