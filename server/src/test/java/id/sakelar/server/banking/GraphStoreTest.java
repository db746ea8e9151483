package id.sakelar.server.banking;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.server.banking.GraphStore.Services;
import id.sakelar.server.partner.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What dashboards show is counted from the data, and is what anybody counts by hand.
class GraphStoreTest {
  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

  /// The last moment of 2019 in Jakarta.
  private static final Instant LAST = Instant.parse("2019-12-31T16:59:59Z");

  private static final List<String> MITRAS = List.of("BNI", "BRI");
  private static final List<String> STATUSES = List.of("ACTIVE", "ACTIVE", "PENDING", "SUSPENDED");
  private static final List<String> PROVINCES = List.of("Bali", "Banten", "DI Yogyakarta", "Aceh");

  private Database database;
  private Connection connection;
  private Jdbi jdbi;
  private GraphStore graphs;
  private int transfers;
  private long ever;

  @BeforeEach
  void open() throws SQLException {
    database = Database.create();
    connection = database.connect();
    jdbi = Jdbi.create(connection);
    graphs = new GraphStore(jdbi);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    database.close();
  }

  private void agent(
      String username, String mitra, String status, @Nullable String province, Instant registered) {
    jdbi.useHandle(
        handle -> {
          handle.execute(
              "INSERT INTO partner (partner, name) VALUES (?, ?)", id(username), username);
          handle.execute(
              """
              INSERT INTO agent (username, partner, status, class, types, mitra, branch, counter,
                                 province, registered_at, profile)
              VALUES (?, ?, ?, 'A', 'lakupandai', ?, '014', '100294', ?, ?, '')
              """,
              username,
              id(username),
              status,
              mitra,
              province,
              registered);
        });
  }

  private static String id(String username) {
    return username.toLowerCase(Locale.ROOT);
  }

  private void transfer(String username, String operation, String state, LocalDate day) {
    transfers++;
    boolean booked = state.equals("BOOKED");
    boolean ended = booked || state.equals("FAILED");
    jdbi.useHandle(
        handle ->
            handle.execute(
                """
                INSERT INTO transfer (owner, operation, reference, fingerprint, referenced, number,
                                      source_bank, source_account, target_bank, target_account,
                                      amount_sen, fee_sen, facts, day, opened_at, state, version,
                                      legs, polls, not_founds, journal, ended_at, wake_at)
                VALUES (?, ?, ?, '', true, ?, '009', '1', '009', '2', 100, 0, '', ?, now(), ?, 1,
                        0, 0, 0, ?, CASE WHEN ? THEN now() END, CASE WHEN NOT ? THEN now() END)
                """,
                id(username),
                operation,
                "R-" + transfers,
                transfers,
                day,
                state,
                booked ? transfers : null,
                ended,
                ended));
  }

  private void look(String username, String operation, boolean found, LocalDate day) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                """
                INSERT INTO account_look (username, operation, bank, account, found, day, at)
                VALUES (?, ?, '009', '1', ?, ?, now())
                """,
                username,
                operation,
                found,
                day));
  }

  private static <T> T any(RandomGenerator chance, List<T> choice) {
    return choice.get(chance.nextInt(choice.size()));
  }

  private static Query query(Handle handle, String sql, Object... values) {
    var query = handle.createQuery(sql);
    for (int i = 0; i < values.length; i++) {
      query.bind(i, values[i]);
    }
    return query;
  }

  private long number(String sql, Object... values) {
    return jdbi.withHandle(handle -> query(handle, sql, values).mapTo(Long.class).one());
  }

  private List<String> byHand(String sql, Object... values) {
    return jdbi.withHandle(
        handle ->
            query(handle, sql, values)
                .map((row, _) -> row.getString(1) + " " + row.getLong(2))
                .list());
  }

  private static <T> List<String> lines(SequencedMap<T, Long> counts) {
    return counts.sequencedEntrySet().stream()
        .map(it -> it.getKey() + " " + it.getValue())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void agents_are_counted_as_by_hand(long seed) {
    var chance = new SplittableRandom(seed);
    for (int i = 0; i < 120; i++) {
      var registered = LAST.plus(Duration.ofHours(chance.nextInt(-5_000, 5_000)));
      var province = chance.nextInt(10) == 0 ? null : any(chance, PROVINCES);
      agent("AGEN" + i, any(chance, MITRAS), any(chance, STATUSES), province, registered);
    }

    for (String username : List.of("AGEN0", "AGEN1", "AGEN2", "AGEN3", "AGEN4")) {
      assertThat(lines(graphs.growth(username))).hasSizeGreaterThan(10).isEqualTo(grown(username));
      assertThat(lines(graphs.spread(username)))
          .hasSizeGreaterThan(2)
          .isEqualTo(spreadOut(username));
    }
  }

  private List<String> grown(String username) {
    return byHand(
        """
        SELECT to_char(month, 'YYYY-MM'), count(*)
        FROM (SELECT date_trunc('month', registered_at + interval '7 hours', 'UTC') AS month
              FROM agent WHERE mitra = (SELECT mitra FROM agent WHERE username = ?)
                           AND username <> ?) others
        GROUP BY month ORDER BY month
        """,
        username,
        username);
  }

  private List<String> spreadOut(String username) {
    return byHand(
        """
        SELECT province, count(*)
        FROM agent a
        WHERE username <> ? AND province > '' AND status NOT IN ('PENDING', 'SUSPENDED')
          AND EXISTS (SELECT 1 FROM agent b WHERE b.username = ? AND b.mitra = a.mitra)
        GROUP BY province ORDER BY convert_to(province, 'UTF8')
        """,
        username,
        username);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void services_are_counted_as_by_hand(long seed) {
    var chance = new SplittableRandom(seed);
    var agents = List.of("BNIUS1", "BNIUS2");
    agents.forEach(username -> agent(username, "BNI", "ACTIVE", null, LAST));
    for (int i = 0; i < 250; i++) {
      var day = LocalDate.ofInstant(LAST, JAKARTA).plusDays(chance.nextInt(-60, 60));
      var username = any(chance, agents);
      transfer(
          username,
          any(chance, List.of("OPENING", "DEPOSIT", "WITHDRAWAL", "INTRABANK", "INTERBANK")),
          any(chance, List.of("BOOKED", "BOOKED", "FAILED", "CREDITING")),
          day);
      look(
          username,
          any(chance, List.of("CHECK", "BALANCE", "INQUIRY", "STATEMENT")),
          chance.nextBoolean(),
          day);
    }

    for (String username : agents) {
      assertServices(username);
    }
    assertThat(ever).isGreaterThan(50);
  }

  private void assertServices(String username) {
    for (var month : List.of("2019-11", "2019-12", "2020-01", "2020-02")) {
      var services = graphs.services(username, YearMonth.parse(month));
      assertThat(services)
          .isEqualTo(
              new Services(
                  booked(username, month, "OPENING"),
                  booked(username, month, "DEPOSIT"),
                  told(username, month)));
      ever += services.openings() + services.deposits() + services.balances();
    }
  }

  private long booked(String username, String month, String operation) {
    return number(
        """
        SELECT count(journal) FROM transfer
        WHERE owner = ? AND to_char(day, 'YYYY-MM') = ? AND operation = ?
        """,
        id(username),
        month,
        operation);
  }

  private long told(String username, String month) {
    return number(
        """
        SELECT coalesce(sum(found::int), 0) FROM account_look
        WHERE username = ? AND to_char(day, 'YYYY-MM') = ? AND operation = 'BALANCE'
        """,
        username,
        month);
  }

  @Test
  void a_month_of_registration_begins_at_midnight_in_jakarta() {
    agent("BNIUS1", "BNI", "ACTIVE", null, LAST);
    agent("BNIUS2", "BNI", "SUSPENDED", null, LAST);
    agent("BNIUS3", "BNI", "PENDING", null, LAST.plusSeconds(1));

    assertThat(lines(graphs.growth("BNIUS1"))).containsExactly("2019-12 1", "2020-01 1");
  }

  @Test
  void only_active_agents_of_the_same_mitra_are_spread_and_the_one_who_asks_is_not() {
    agent("BNIUS1", "BNI", "ACTIVE", "Bali", LAST);
    agent("BNIUS2", "BNI", "ACTIVE", "Bali", LAST);
    agent("BNIUS3", "BNI", "SUSPENDED", "Bali", LAST);
    agent("BNIUS4", "BNI", "ACTIVE", null, LAST);
    agent("BRIUS1", "BRI", "ACTIVE", "Bali", LAST);

    assertThat(lines(graphs.spread("BNIUS1"))).containsExactly("Bali 1");
    assertThat(lines(graphs.spread("BRIUS1"))).isEmpty();
  }

  @Test
  void nothing_is_counted_of_an_agent_who_is_not_there() {
    agent("BNIUS1", "BNI", "ACTIVE", "Bali", LAST);
    transfer("BNIUS1", "OPENING", "BOOKED", LocalDate.of(2019, 12, 31));

    assertThat(graphs.services("BNIUS2", YearMonth.of(2019, 12))).isEqualTo(new Services(0, 0, 0));
    assertThat(graphs.growth("BNIUS2")).isEmpty();
    assertThat(graphs.spread("BNIUS2")).isEmpty();
  }
}
