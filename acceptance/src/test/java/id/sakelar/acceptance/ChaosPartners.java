package id.sakelar.acceptance;

import id.sakelar.money.Rupiah;
import id.sakelar.server.Database;
import id.sakelar.server.partner.DepositStore;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.partner.Partner.Limits;
import id.sakelar.server.partner.PartnerStore;
import id.sakelar.server.partner.Secret;
import id.sakelar.server.partner.Vault;
import id.sakelar.server.partner.Verifier;
import id.sakelar.wire.digiswitch.Account;
import java.net.URI;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The partners and the bills they pay: two who speak Digiswitch and are told by webhook, one who
/// speaks IAK, and one who speaks MMBC; and another switch, which speaks Digiswitch. Filled by one
/// thread, and thread-safe from then on.
final class ChaosPartners {
  private static final List<String> DIGISWITCH =
      List.of("agen-satu", "agen-dua", ChaosBillers.USERNAME);
  private static final String IAK = "agen-iak";
  private static final String MMBC = "agen-mmbc";

  private final ChaosPost post;
  private final Rupiah opening;
  private final List<ChaosPartner> digiswitch = new ArrayList<>();
  private final Map<String, Client> others = new TreeMap<>();

  /// @param opening what each begins with
  ChaosPartners(ChaosPost post, Rupiah opening) {
    this.post = post;
    this.opening = opening;
  }

  /// Adds them all as an operator does.
  void fill(Database filled, Vault vault, ChaosWebhooks webhooks, Supplier<String> secrets)
      throws SQLException {
    var store = new PartnerStore(filled.requests(), vault);
    for (String name : DIGISWITCH) {
      var account = new Account(name, secrets.get());
      open(name, filled, store, webhooks.address());
      store.addKey(name, "digiswitch", name, new Secret(account.apiKey()));
      store.putWebhookSecret(name, new Secret(webhooks.secret()));
      digiswitch.add(new ChaosPartner(account, opening, post));
    }
    for (String name : List.of(IAK, MMBC)) {
      var client = new Client(name, secrets.get());
      open(name, filled, store, null);
      others.put(name, client);
    }
    store.addKey(IAK, "iak", IAK, new Secret(client(IAK).key()));
    var verifier = Verifier.of(new Secret(client(MMBC).key()), new SecureRandom());
    store.addKey(MMBC, "mmbc", MMBC, verifier);
  }

  private void open(String name, Database filled, PartnerStore store, @Nullable URI webhook)
      throws SQLException {
    var deposits = new DepositStore(filled.plain());
    deposits.open(name);
    deposits.topUp(name, "opening-" + name, opening, new SecureRandom());
    store.put(new Partner(name, name, true, List.of(), Limits.NONE, webhook));
  }

  private Client client(String name) {
    return others.getOrDefault(name, Client.ONE);
  }

  /// Those who are asked for their deposit over the wire.
  List<ChaosPartner> digiswitch() {
    return List.copyOf(digiswitch);
  }

  /// The other switch.
  ChaosPartner chained() {
    return digiswitch.getLast();
  }

  /// Those whose deposit stands in the books only.
  List<String> others() {
    return List.copyOf(others.keySet());
  }

  Rupiah opening() {
    return opening;
  }

  /// Bill `number`, by the partners in turn; all of them can have more than one paid elsewhere.
  ChaosWay bill(int number, Random chance) {
    var reference = "chaos-" + number;
    var customer = String.format(Locale.ROOT, "55%04d%06d", chance.nextInt(10_000), number);
    return switch (number % 5) {
      case 0, 1 -> bill(number, reference, "pln", customer, chance);
      case 2 -> bill(number, reference, "plnpostpaid", customer, chance);
      case 3 -> new ChaosIakBill(post, client(IAK), reference, customer);
      default -> {
        var chassis = String.format(Locale.ROOT, "MHCHAOS%010d", number);
        yield new ChaosTax(post, client(MMBC), chassis);
      }
    };
  }

  private ChaosWay bill(int number, String reference, String code, String customer, Random chance) {
    var partner = digiswitch.get(number % 2);
    return new ChaosBill(partner, reference, code, customer, chance.nextBoolean());
  }
}
