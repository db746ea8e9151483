package id.sakelar.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.acceptance.ChaosTold.Outage;
import id.sakelar.acceptance.ChaosTold.Verdict;
import id.sakelar.money.Rupiah;
import id.sakelar.server.Database;
import id.sakelar.server.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Holds what is left of a run to the laws. For one thread.
///
/// @param outages when no server could know
record ChaosJudgement(ChaosSystem system, ChaosLoad load, List<Outage> outages) {
  ChaosJudgement {
    outages = List.copyOf(outages);
  }

  /// Each broken law; stops the servers.
  List<String> broken() throws Exception {
    var last = askAll();
    var digiswitch = digiswitchBalances();
    var facts = facts(system);
    var moves = moves(system);
    var laws = new ChaosLaws(facts.payments(), moves.transfers());
    laws.everything_ends();
    for (var host : system.billers().hosts()) {
      var booked = new Rupiah(moves.balances().getOrDefault("upstream:" + host.name(), 0L));
      laws.the_book_and_the_journal_agree(host, booked);
      laws.an_order_is_committed_and_then_sent_once(host);
    }
    laws.nobody_is_told_wrongly(load.told(), outages);
    laws.webhooks_tell_what_became_of_payments(system.webhooks());
    laws.everybody_is_told_in_the_end(last);
    var opening = system.partners().opening();
    digiswitch.forEach((name, has) -> laws.a_partner_pays_for_what_succeeded(name, opening, has));
    for (String name : system.partners().others()) {
      var has = new Rupiah(moves.balances().getOrDefault("deposit:" + name, 0L));
      laws.a_partner_pays_for_what_succeeded(name, opening, has);
    }
    for (ChaosServer server : system.servers()) {
      assertThat(server.stop()).as("%s: exit code of a server", this).isZero();
    }
    laws.the_books_are_whole(audit(), system.servers().getFirst().run("audit"));
    checkLogs(laws);
    var broken = new ArrayList<>(laws.broken());
    broken.addAll(bankLaws(moves).broken());
    return broken;
  }

  /// What two switches disagree about, the first of which pays at the second. Both still run.
  static List<String> ofChain(ChaosSystem first, ChaosSystem second) throws Exception {
    var laws = new ChaosLaws(facts(first).payments(), List.of());
    var partner = second.partners().chained();
    laws.two_switches_agree("second", facts(second).payments(), partner.id());
    var booked = new Rupiah(moves(first).balances().getOrDefault("upstream:second", 0L));
    laws.a_deposit_elsewhere_is_booked(booked, partner.opening().minus(partner.balance()));
    return laws.broken();
  }

  private ChaosBankLaws bankLaws(ChaosMoves moves) {
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

  private Map<String, Rupiah> digiswitchBalances() throws Exception {
    var balances = new TreeMap<String, Rupiah>();
    for (ChaosPartner partner : system.partners().digiswitch()) {
      balances.put(partner.id(), partner.balance());
    }
    return balances;
  }

  private Map<String, Verdict> askAll() throws InterruptedException {
    var last = new TreeMap<String, Verdict>();
    for (ChaosClient client : load.clients()) {
      last.put(client.reference(), askUntilAnswered(client));
    }
    return last;
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

  private void checkLogs(ChaosLaws laws) throws IOException {
    var secrets = new HashSet<>(system.secrets());
    secrets.addAll(List.of(CounterWords.IDENTITY, CounterWords.MOTHER));
    for (ChaosClient client : load.clients()) {
      secrets.addAll(client.way().secrets());
    }
    for (int i = 0; i < system.servers().size(); i++) {
      laws.a_log_keeps_secrets("the log of server " + i, Files.readString(system.log(i)), secrets);
    }
    laws.a_log_keeps_secrets("PostgreSQL's log", system.database().logged(), secrets);
  }

  private List<?> audit() throws IOException, SQLException {
    try (var database = Database.at(Settings.read(system.config(0)).database())) {
      return database.audit();
    }
  }

  static ChaosFacts facts(ChaosSystem system) throws SQLException {
    try (var connection = system.database().connect()) {
      return ChaosFacts.read(connection);
    }
  }

  static ChaosMoves moves(ChaosSystem system) throws SQLException {
    try (var connection = system.database().connect()) {
      return ChaosMoves.read(connection);
    }
  }
}
