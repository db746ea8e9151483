package id.sakelar.sandbox;

import static id.sakelar.server.payment.References.JAKARTA;

import id.sakelar.money.Rupiah;
import id.sakelar.server.BranchlessBank;
import id.sakelar.server.Database;
import id.sakelar.server.banking.Agent.Status;
import id.sakelar.server.front.bankplus.BankplusFront;
import id.sakelar.server.partner.DepositStore;
import id.sakelar.server.partner.PartnerStore;
import id.sakelar.server.partner.Pins;
import id.sakelar.server.partner.Secret;
import id.sakelar.server.partner.Vault;
import id.sakelar.server.partner.Verifier;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// The agents that the sandbox begins with: two who work, and those who are counted by dashboards
/// only. With the second of the two there are as many as printed, seen by the first.
///
/// @param bank keeps the time of `clock`
record DemoAgents(
    BranchlessBank bank, DemoClock clock, Database database, Vault vault, SecureRandom chance) {
  /// Registered in each month of 2019, from January.
  private static final List<Integer> GROWTH = List.of(8, 33, 41, 49, 43);

  private static final List<Spread> SPREAD =
      List.of(
          new Spread("Bali", 13),
          new Spread("Bangka Belitung", 7),
          new Spread("Banten", 15),
          new Spread("Bengkulu", 4),
          new Spread("DI Yogyakarta", 15));

  /// How many are active in a province.
  private record Spread(String province, int active) {}

  /// Somebody who never worked here.
  record Idle(String username, String counter, Status status, String province, Instant since) {}

  /// Adds what is missing of an agent; the account comes last, and until then nobody finds it.
  ///
  /// @param paidIn what the float begins with
  void add(DemoAgent demo, Rupiah paidIn) throws IOException {
    var agent = demo.agent();
    if (bank.agents().find(agent.username()).isEmpty()) {
      addPartner(demo, paidIn);
      addAgent(demo);
      bank.accounts()
          .addAgentAccount(agent.username(), agent.partner(), agent.account(), demo.holder());
    }
  }

  private void addPartner(DemoAgent demo, Rupiah paidIn) {
    var id = demo.agent().partner();
    var partners = new PartnerStore(database.requests(), vault);
    if (partners.findPartner(id).isEmpty()) {
      var deposits = new DepositStore(database.plain());
      deposits.open(id);
      deposits.topUp(id, "opening-" + id, paidIn, chance);
      var verifier = Verifier.of(new Secret(demo.password()), chance);
      partners.add(demo.partner(), BankplusFront.DIALECT, demo.agent().username(), verifier);
    }
  }

  private void addAgent(DemoAgent demo) throws IOException {
    var agent = demo.agent();
    if (!new DemoBankStore(database.requests(), vault).hasAgent(agent.username())) {
      bank.agents().add(agent);
    }
    clock.set(demo.passwordSetAt());
    bank.agents().passwordChanged(agent.username());
    clock.set(demo.pinSetAt());
    bank.pins().set(Pins.ofAgent(agent.username()), new Secret(demo.pin()));
  }

  /// Those who are counted only: as many in each month, and as many active in each province, as the
  /// dashboards print, less one for the second agent who works.
  static List<Idle> idle() {
    var active = new ArrayList<String>();
    SPREAD.forEach(it -> active.addAll(Collections.nCopies(it.active(), it.province())));
    var idle = new ArrayList<Idle>();
    for (int month = 0; month < GROWTH.size(); month++) {
      for (int i = 0; i < GROWTH.get(month); i++) {
        int number = idle.size();
        boolean works = number < active.size();
        idle.add(
            new Idle(
                String.format(Locale.ROOT, "BNIUS%06d", 100_001 + number),
                String.format(Locale.ROOT, "%06d", 100_001 + number),
                works ? Status.ACTIVE : Status.SUSPENDED,
                works ? active.get(number) : SPREAD.get(number % SPREAD.size()).province(),
                workday(YearMonth.of(2019, month + 1), i)));
      }
    }
    return idle;
  }

  private static Instant workday(YearMonth month, int number) {
    var day = month.atDay(1 + number % 28);
    return day.atTime(LocalTime.of(9, 0)).atZone(JAKARTA).toInstant();
  }
}
