package id.sakelar.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.sakelar.ledger.Books;
import id.sakelar.money.Rupiah;
import id.sakelar.server.Database;
import id.sakelar.server.Settings;
import id.sakelar.server.catalog.CatalogFile;
import id.sakelar.server.catalog.CatalogStore;
import id.sakelar.server.catalog.Offer;
import id.sakelar.server.partner.DepositStore;
import id.sakelar.server.partner.Network;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.partner.Partner.Limits;
import id.sakelar.server.partner.PartnerStore;
import id.sakelar.server.partner.Pseudonyms;
import id.sakelar.server.partner.SealedKeyStore;
import id.sakelar.server.partner.Secret;
import id.sakelar.server.partner.Vault;
import id.sakelar.server.partner.Verifier;
import id.sakelar.server.payment.HouseAccounts;
import id.sakelar.server.payment.NumberStore;
import id.sakelar.server.payment.PostgresStore;
import id.sakelar.server.payment.TicketStore;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;

/// The partners, products, inquiries and the bank that the sandbox begins with.
final class DemoData {
  private static final Rupiah RICH = Rupiah.of(1_000_000_000);

  /// Receipts are fetched from this machine.
  private static final List<Network> HERE =
      List.of(Network.parse("127.0.0.0/8"), Network.parse("::1"));

  private static final List<Demo> PARTNERS =
      List.of(
          demo("your-username", RICH, key("digiswitch", "sandbox-api-key")),
          demo("other-username", RICH, key("digiswitch", "other-api-key")),
          demo("123123123", RICH, key("iak", "sandbox-api-key")),
          demo("321321321", RICH, key("iak", "other-api-key")),
          demo("456456456", RICH, key("iak", "newer-api-key")),
          demo("dummy", RICH.plus(DemoInquiries.PAID), key("mmbc", "dummy123")),
          demo("dummy2", RICH, key("mmbc", "dummy456")),
          demo("xxx", RICH, key("mmbc", "xxx123")),
          demo(
              "poor",
              Rupiah.of(1_000),
              key("digiswitch", "poor-api-key"),
              key("iak", "poor-api-key"),
              key("mmbc", "poor123")));

  /// Who may not use MMBC, for the refusal that its documents print.
  private static final String SUSPENDED = "xxx";

  /// Whose IAK numbers are those of the newer published scheme.
  private static final String NEWER = "456456456";

  private static final SecureRandom CHANCE = new SecureRandom();

  private DemoData() {}

  /// Puts in what is not there yet, and opens the documents' inquiries anew if they are of another
  /// day; changes nothing else that is there.
  ///
  /// @return whether the documents' finished payment is still to be made
  static boolean load(Settings settings, Instant now) throws IOException {
    try (var database = Database.at(settings.database())) {
      database.prepare();
      database.open(HouseAccounts.all(settings.upstreams().keySet()));
      var vault = Vault.open(settings.vault().keyFile());
      var catalog = new CatalogStore(database.requests());
      if (catalog.listOffers("").isEmpty()) {
        catalog.put(CatalogFile.read(products()));
      }
      var partners = new PartnerStore(database.requests(), vault);
      for (Demo demo : PARTNERS) {
        if (partners.findPartner(demo.username()).isEmpty()) {
          add(demo, partners, new DepositStore(database.plain()));
        }
      }
      route(catalog);
      new DemoBank(settings, database, vault, CHANCE).load(now);
      return inquire(database, vault, catalog, now);
    }
  }

  private static boolean inquire(
      Database database, Vault vault, CatalogStore catalog, Instant now) {
    var rows = PostgresStore.rows(vault);
    try (var books = Books.open(database.plain(), rows, Books.Size.DEFAULT, CHANCE)) {
      var jdbi = database.requests();
      var keys = new SealedKeyStore(jdbi, vault, CHANCE);
      return new DemoInquiries(
              new PostgresStore(jdbi, books, vault),
              new TicketStore(jdbi, Pseudonyms.open(keys)),
              new NumberStore(jdbi, CHANCE),
              catalog.listOffers(""),
              now)
          .keep();
    }
  }

  /// Sends the bills of one partner to the other account at the simulated IAK.
  private static void route(CatalogStore catalog) {
    for (Offer offer : catalog.listOffers("")) {
      if (offer.route().upstream().equals(Billers.IAK)) {
        var route = new Offer.Route(Billers.NEWER_IAK, offer.route().product());
        catalog.putRoute(NEWER, offer.product(), route);
      }
    }
  }

  /// Last of all comes the partner's row: a start that was broken off begins again.
  private static void add(Demo demo, PartnerStore partners, DepositStore deposits) {
    var id = demo.username();
    deposits.open(id);
    deposits.topUp(id, "opening-" + id, demo.deposit(), CHANCE);
    boolean active = !id.equals(SUSPENDED);
    boolean here = demo.keys().stream().anyMatch(key -> key.dialect().equals("iak"));
    var partner = new Partner(id, id, active, here ? HERE : List.of(), Limits.NONE, null);
    var first = demo.keys().getFirst();
    partners.add(partner, first.dialect(), id, first.secret());
    for (Key key : demo.keys().subList(1, demo.keys().size())) {
      partners.addKey(id, key.dialect(), id, key.secret());
    }
  }

  private static String products() throws IOException {
    try (var file = DemoData.class.getResourceAsStream("/catalog.csv")) {
      if (file == null) {
        throw new IOException("the sandbox has no catalogue");
      }
      return new String(file.readAllBytes(), UTF_8);
    }
  }

  private static Demo demo(String username, Rupiah deposit, Key... keys) {
    return new Demo(username, deposit, List.of(keys));
  }

  private static Key key(String dialect, String text) {
    return new Key(dialect, text);
  }

  /// The username is also the partner's id.
  private record Demo(String username, Rupiah deposit, List<Key> keys) {
    @Override
    public String toString() {
      return "Demo[" + username + "]";
    }
  }

  private record Key(String dialect, String text) {
    /// As it is stored: of a password its verifier only.
    Secret secret() {
      var secret = new Secret(text);
      return dialect.equals("mmbc") ? Verifier.of(secret, CHANCE) : secret;
    }

    @Override
    public String toString() {
      return "Key[" + dialect + "]";
    }
  }
}
