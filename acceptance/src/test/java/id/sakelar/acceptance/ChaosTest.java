package id.sakelar.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import id.sakelar.acceptance.ChaosPlan.Kill;
import id.sakelar.acceptance.ChaosTold.Outage;
import id.sakelar.acceptance.ChaosTold.Verdict;
import id.sakelar.money.Rupiah;
import id.sakelar.server.Database;
import id.sakelar.server.Settings;
import id.sakelar.simulator.Row.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// No payment and no transfer is lost, doubled or wrongly told, whatever dies: a server process and
/// a PostgreSQL are killed with kill -9 again and again while two partners pay at a biller, and
/// agents and other banks move money between three banks, that take the money and hang up, refuse,
/// dawdle, and get some orders late.
///
/// [ChaosPlan] says how to make it longer. A failure names its seed, and the directory of the run
/// keeps the logs.
class ChaosTest {
  private static final Logger LOG = LoggerFactory.getLogger(ChaosTest.class);
  private static final Path DIRECTORY = Path.of("target", "chaos").toAbsolutePath();

  private static final InstantSource CLOCK = InstantSource.system();

  /// What a run's last payments may need after a kill, and what each hundred needs besides.
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private static final Duration PATIENCE_PER_HUNDRED = Duration.ofSeconds(30);

  private final ChaosPlan plan = ChaosPlan.ofProperties();
  private final ChaosEnd end = new ChaosEnd();
  private final List<String> kills = new ArrayList<>();
  private final List<Outage> outages = new ArrayList<>();
  private int sendingWhenKilled;
  private int movingWhenKilled;

  @Test
  void nothing_is_lost_or_doubled_or_wrongly_told_whatever_dies() throws Exception {
    assumeThat(minutesToMidnight()).as("the day does not end during the run").isGreaterThan(15);
    clear();
    var began = CLOCK.instant();
    try (var system = new ChaosSystem(DIRECTORY, plan, end)) {
      system.server().awaitReady();
      var load = new ChaosLoad(plan, system.partners(), ChaosWishes.begin(system), end);
      boolean answered = run(system, load);
      var laws = laws(system, load);
      var happened = happened(system, load);
      LOG.info(
          "{} took {}: {} {}", this, Duration.between(began, CLOCK.instant()), kills, happened);
      assertThat(laws).as(this + ", see " + DIRECTORY).isEmpty();
      assertThat(answered).as(this + ": every client was answered").isTrue();
      assertThat(kills).hasSize(plan.serverKills() + plan.databaseKills());
      assertThat(happened).as("%s", this).allSatisfy((_, times) -> assertThat(times).isPositive());
    } finally {
      end.come();
    }
  }

  /// Returns when everything is over.
  ///
  /// @return whether every client was answered
  private boolean run(ChaosSystem system, ChaosLoad load) throws Exception {
    load.start(plan.clients());
    for (Kill kill : plan.kills()) {
      kill(kill, system, load);
    }
    boolean answered = load.awaitAnswered(plan.errands(), patience());
    awaitEnds(system);
    end.come();
    load.join();
    return answered;
  }

  /// If one does not end, the laws tell which.
  private static void awaitEnds(ChaosSystem system) {
    try {
      await("the end of everything").atMost(PATIENCE).until(() -> open(system) == 0);
    } catch (ConditionTimeoutException e) {
      LOG.error("not everything has ended", e);
    }
  }

  /// Kills while payments are under way, and returns when the killed has come back.
  private void kill(Kill kill, ChaosSystem system, ChaosLoad load) throws Exception {
    assertThat(load.awaitAnswered(kill.after(), patience())).as("%s: %s", this, kill).isTrue();
    int paying = load.paying();
    assertThat(paying).as("%s: payments under way at %s", this, kill).isPositive();
    switch (kill.victim()) {
      case SERVER -> {
        system.server().kill();
        sendingWhenKilled += sending(system);
        movingWhenKilled += transferring(system);
      }
      case DATABASE -> bounce(system, false);
      case BOTH -> bounce(system, true);
    }
    kills.add(kill + " with " + paying + " under way");
    system.server().awaitReady();
  }

  private void bounce(ChaosSystem system, boolean both) throws Exception {
    var from = CLOCK.instant();
    system.database().kill();
    if (both) {
      system.server().kill();
    }
    end.within(Duration.ofSeconds(1));
    system.database().start();
    system.server().awaitReady();
    outages.add(new Outage(from, CLOCK.instant()));
  }

  /// A question may meet a connection that has rested for too long and is being closed; clients ask
  /// again on another.
  private static Verdict askUntilAnswered(ChaosClient client) throws InterruptedException {
    for (int i = 0; i < 5; i++) {
      var told = client.ask();
      if (told.isPresent()) {
        return told.get().verdict();
      }
    }
    return Verdict.SENSELESS;
  }

  /// Each broken law.
  private List<String> laws(ChaosSystem system, ChaosLoad load) throws Exception {
    var last = askAll(load);
    var moves = moves(system);
    var laws = new ChaosLaws(facts(system).payments(), moves.transfers());
    laws.everything_ends();
    laws.the_book_and_the_journal_agree(system.biller().book().listAfter(0, Integer.MAX_VALUE));
    laws.an_order_is_committed_and_then_sent_once(system.line().orders());
    laws.nobody_is_told_wrongly(load.told(), outages);
    laws.everybody_is_told_in_the_end(last);
    for (ChaosPartner partner : system.partners()) {
      laws.a_partner_pays_for_what_succeeded(partner, partner.balance());
    }
    assertThat(system.server().stop()).as("%s: exit code of the server", this).isZero();
    laws.the_books_are_whole(audit(system), system.server().run("audit"));
    checkLogs(laws, system, load);
    return Stream.of(laws.broken(), bankLaws(system, moves).broken())
        .flatMap(List::stream)
        .toList();
  }

  private static ChaosBankLaws bankLaws(ChaosSystem system, ChaosMoves moves) {
    var laws = new ChaosBankLaws(moves, system.banks().hosts());
    var floats = new TreeMap<String, Rupiah>();
    system.agents().forEach(agent -> floats.put(agent.books(), agent.opening()));
    laws.money_is_where_booked_transfers_have_put_it(floats);
    laws.nothing_is_left_between_banks();
    laws.the_books_of_banks_hold_what_was_ordered();
    laws.an_order_to_a_bank_is_committed_and_then_sent_once();
    laws.a_month_counts_what_was_paid_out();
    return laws;
  }

  private static Map<String, Verdict> askAll(ChaosLoad load) throws InterruptedException {
    var last = new TreeMap<String, Verdict>();
    for (ChaosClient client : load.clients()) {
      last.put(client.reference(), askUntilAnswered(client));
    }
    return last;
  }

  private static void checkLogs(ChaosLaws laws, ChaosSystem system, ChaosLoad load)
      throws IOException {
    var secrets = new HashSet<>(system.secrets());
    secrets.addAll(List.of(CounterWords.IDENTITY, CounterWords.MOTHER));
    for (ChaosClient client : load.clients()) {
      secrets.addAll(client.way().secrets());
    }
    laws.a_log_keeps_secrets("the server's log", Files.readString(system.serverLog()), secrets);
    laws.a_log_keeps_secrets("PostgreSQL's log", system.database().logged(), secrets);
  }

  /// A run in which one of these never happened proves nothing.
  private Map<String, Integer> happened(ChaosSystem system, ChaosLoad load) throws SQLException {
    var facts = facts(system);
    var happened = new TreeMap<String, Integer>();
    happened.put("server starts after the first", system.server().starts() - 1);
    happened.put("payments found in SENDING right after a kill", sendingWhenKilled);
    happened.put("leases that ran out", facts.leases());
    happened.put("payments that were UNKNOWN", facts.unknown());
    happened.put("senders that heard nothing", facts.hungUp());
    happened.put("answers of \"not found\"", facts.notFound());
    happened.put("repeated requests", load.repeats());
    for (Verdict verdict : List.of(Verdict.YES, Verdict.NO, Verdict.OPEN)) {
      happened.put("answers of " + verdict, told(load, verdict));
    }
    putOrders(happened, system);
    happened.put("transfers found under way right after a kill", movingWhenKilled);
    ChaosHappened.put(happened, moves(system), system.banks().hosts());
    return happened;
  }

  private static void putOrders(Map<String, Integer> happened, ChaosSystem system) {
    happened.put("orders sent", system.line().orders().size());
    happened.put("orders held back", system.line().heldBack().size());
    happened.put(
        "orders held back and paid", booked(system, Ending.PAID, system.line().heldBack()));
    var sent = system.line().orders().keySet();
    happened.put("orders refused", booked(system, Ending.FAILED, sent));
    happened.put("orders paid", booked(system, Ending.PAID, sent));
  }

  private static int booked(ChaosSystem system, Ending ending, Set<String> among) {
    return (int)
        system.biller().book().listAfter(0, Integer.MAX_VALUE).stream()
            .filter(row -> row.ending() == ending && among.contains(row.reference()))
            .count();
  }

  private static int told(ChaosLoad load, Verdict verdict) {
    return (int)
        load.told().all().values().stream()
            .flatMap(List::stream)
            .filter(told -> told.verdict() == verdict)
            .count();
  }

  private static List<?> audit(ChaosSystem system) throws IOException, SQLException {
    try (var database = Database.at(Settings.read(system.config()).database())) {
      return database.audit();
    }
  }

  private static ChaosFacts facts(ChaosSystem system) throws SQLException {
    try (var connection = system.database().connect()) {
      return ChaosFacts.read(connection);
    }
  }

  private static ChaosMoves moves(ChaosSystem system) throws SQLException {
    try (var connection = system.database().connect()) {
      return ChaosMoves.read(connection);
    }
  }

  private static int open(ChaosSystem system) throws SQLException {
    try (var connection = system.database().connect()) {
      return ChaosFacts.open(connection) + ChaosMoves.open(connection);
    }
  }

  private static int sending(ChaosSystem system) throws SQLException {
    try (var connection = system.database().connect()) {
      return ChaosFacts.sending(connection);
    }
  }

  private static int transferring(ChaosSystem system) throws SQLException {
    try (var connection = system.database().connect()) {
      return ChaosMoves.open(connection);
    }
  }

  private Duration patience() {
    return PATIENCE.plus(PATIENCE_PER_HUNDRED.multipliedBy(plan.errands() / 100));
  }

  /// "Not found" ends no payment on another day than its own.
  private static long minutesToMidnight() {
    var now = LocalTime.ofInstant(CLOCK.instant(), ZoneId.of("Asia/Jakarta"));
    return Duration.between(now, LocalTime.MAX).toMinutes();
  }

  private static void clear() throws IOException {
    if (Files.exists(DIRECTORY)) {
      try (Stream<Path> files = Files.walk(DIRECTORY)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    Files.createDirectories(DIRECTORY);
  }

  @Override
  public String toString() {
    return "chaos with " + plan;
  }
}
