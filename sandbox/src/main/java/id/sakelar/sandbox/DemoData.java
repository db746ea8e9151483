package id.sakelar.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.sakelar.money.Rupiah;
import id.sakelar.server.Database;
import id.sakelar.server.Settings;
import id.sakelar.server.catalog.CatalogFile;
import id.sakelar.server.catalog.CatalogStore;
import id.sakelar.server.partner.DepositStore;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.partner.Partner.Limits;
import id.sakelar.server.partner.PartnerStore;
import id.sakelar.server.partner.Secret;
import id.sakelar.server.partner.Vault;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;

/// The partners and products that the sandbox begins with.
final class DemoData {
  private static final String DIALECT = "digiswitch";
  private static final Rupiah RICH = Rupiah.of(1_000_000_000);

  /// Username and key of each partner, and what it begins with. The username is also its id.
  private static final List<Demo> PARTNERS =
      List.of(
          new Demo("your-username", "sandbox-api-key", RICH),
          new Demo("other-username", "other-api-key", RICH),
          new Demo("poor", "poor-api-key", Rupiah.of(1_000)));

  private DemoData() {}

  /// Puts in what is not there yet; changes nothing that is.
  static void load(Settings settings) throws IOException {
    try (var database = Database.at(settings.database())) {
      database.prepare();
      var catalog = new CatalogStore(database.requests());
      if (catalog.listOffers("").isEmpty()) {
        catalog.put(CatalogFile.read(products()));
      }
      var partners = new PartnerStore(database.requests(), Vault.open(settings.vault().keyFile()));
      for (Demo demo : PARTNERS) {
        if (partners.findPartner(demo.username()).isEmpty()) {
          add(demo, partners, new DepositStore(database.plain()));
        }
      }
    }
  }

  /// Last of all comes the partner's row: a start that was broken off begins again.
  private static void add(Demo demo, PartnerStore partners, DepositStore deposits) {
    var id = demo.username();
    deposits.open(id);
    deposits.topUp(id, "opening-" + id, demo.deposit(), new SecureRandom());
    var partner = new Partner(id, id, true, List.of(), Limits.NONE, null);
    partners.add(partner, DIALECT, id, new Secret(demo.key()));
  }

  private static String products() throws IOException {
    try (var file = DemoData.class.getResourceAsStream("/catalog.csv")) {
      if (file == null) {
        throw new IOException("the sandbox has no catalogue");
      }
      return new String(file.readAllBytes(), UTF_8);
    }
  }

  private record Demo(String username, String key, Rupiah deposit) {
    @Override
    public String toString() {
      return "Demo[" + username + "]";
    }
  }
}
