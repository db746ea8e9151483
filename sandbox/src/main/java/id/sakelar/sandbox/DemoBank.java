package id.sakelar.sandbox;

import id.sakelar.ledger.Account;
import id.sakelar.ledger.Books;
import id.sakelar.server.BranchlessBank;
import id.sakelar.server.Database;
import id.sakelar.server.Settings;
import id.sakelar.server.banking.AgentStore;
import id.sakelar.server.banking.Bank;
import id.sakelar.server.banking.BankStore;
import id.sakelar.server.banking.End;
import id.sakelar.server.catalog.CatalogStore;
import id.sakelar.server.partner.Vault;
import id.sakelar.server.payment.HouseAccounts;
import id.sakelar.server.payment.PostgresStore;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;

/// The branchless bank that the sandbox begins with, as the document prints it: its agents, the
/// list of banks, and a history that the dashboards are counted from. Every posting of it is real.
record DemoBank(Settings settings, Database database, Vault vault, SecureRandom chance) {
  /// To whom all its agents belong.
  static final String MITRA = "BNI";

  private static final List<Bank> BANKS =
      List.of(
          new Bank("002", "BRINIDJA", "BRI", "BRI"),
          // spelled as in the document
          new Bank("008", "BMRIIDJA", "BANK MANDIRI", "MANDRI"),
          // numbered as in the document; everywhere else it is 014
          new Bank("012", "CENAIDJA", "BANK BCA", "BCA"),
          new Bank("009", "BNINIDJA", "BNI 46", "BNI"),
          new Bank("011", "BDINIDJA", "BANK DANAMON", "DANAMON"),
          new Bank("013", "BBBAIDJA", "BANK PERMATA", "PERMATA"),
          new Bank("016", "IBBKIDJA", "MAYBANK", "MAYBANK"),
          new Bank("019", "PINBIDJA", "BANK PANIN", "PANIN"),
          new Bank("022", "BNIAIDJA", "BANK CIMB NIAGA", "CIMB NIAGA"),
          new Bank("023", "BBIJIDJA", "BANK UOB INDONESIA", "UOB"));

  /// The inquiry that the document pays without having made it.
  private static final String TRANSACTION = "787273972";

  private static final End PAYEE = new End("008", "114451186");

  /// Puts in what is not there yet. The second agent comes last, so that a start that was broken
  /// off goes on where it was; where it is there, nothing is done.
  ///
  /// @throws IOException if the database or a file of the settings cannot be used
  /// @throws IllegalStateException if another bank does not answer
  void load(Instant now) throws IOException {
    var clock = new DemoClock(now);
    var agents = new AgentStore(database.requests(), vault, clock);
    if (agents.find(DemoAgent.OTHER.agent().username()).isPresent()) {
      return;
    }
    new BankStore(database.requests()).put(BANKS);
    database.open(List.of(Account.house(HouseAccounts.upstream(DemoSales.UPSTREAM), "upstream")));
    var ours = settings.bank().orElseThrow();
    try (var bank = BranchlessBank.open(settings, ours, database, vault, clock, chance)) {
      load(bank, clock, now);
    }
  }

  private void load(BranchlessBank bank, DemoClock clock, Instant now) throws IOException {
    var store = new DemoBankStore(database.requests(), vault);
    store.addIdle(DemoAgents.idle());
    var agents = new DemoAgents(bank, clock, database, vault, chance);
    sell(agents);
    var transfers = new DemoTransfers(bank, clock, database.requests(), store);
    transfers.serve(DemoAgent.ARDHA);
    transfers.makeSwitched();
    var agent = DemoAgent.ARDHA.agent();
    store.leave(TRANSACTION, agent.partner(), PAYEE, agent.profile().name(), now);
    agents.add(DemoAgent.OTHER, DemoAgent.OTHER.money());
  }

  /// The float begins with so much that it is as printed when everything has been paid from it.
  private void sell(DemoAgents agents) throws IOException {
    var ardha = DemoAgent.ARDHA;
    var rows = PostgresStore.rows(vault);
    try (var books = Books.open(database.plain(), rows, Books.Size.DEFAULT, chance)) {
      var store = new PostgresStore(database.requests(), books, vault);
      var offers = new CatalogStore(database.requests()).listOffers("");
      var sales = new DemoSales(store, ardha.agent().partner(), offers);
      agents.add(ardha, ardha.money().plus(sales.total()).plus(DemoTransfers.total()));
      sales.make();
    }
  }
}
