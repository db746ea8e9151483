package id.sakelar.server;

import id.sakelar.http.WebhookCheck;
import id.sakelar.http.WebhookFault;
import id.sakelar.http.WebhookPolicy;
import id.sakelar.http.WebhookUrl;
import id.sakelar.money.Rupiah;
import id.sakelar.server.partner.DepositStore;
import id.sakelar.server.partner.Network;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.partner.Partner.Limits;
import id.sakelar.server.partner.PartnerStore;
import id.sakelar.server.partner.Vault;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sakelar partner`: who may call, with which keys, how much, and from where.
@Command(
    name = "partner",
    description = "Adds, changes, lists and tops up partners, and changes their keys.")
final class PartnerCommand {
  static final class DialectOption {
    @Option(
        names = "--dialect",
        paramLabel = "NAME",
        defaultValue = "digiswitch",
        description = "What the username speaks: ${COMPLETION-CANDIDATES}.")
    private Dialect dialect = Dialect.DIGISWITCH;
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  /// What can be said about a partner; what is not said stays as it is.
  static final class Terms {
    @Option(names = "--name", description = "What people call it.")
    private @Nullable String name;

    @Option(
        names = "--address",
        paramLabel = "NETWORK",
        description = "An address or network it may call from; may be given more than once.")
    private @Nullable List<String> addresses;

    @Option(names = "--any-address", description = "It may call from anywhere.")
    private boolean anyAddress;

    @Option(names = "--per-minute", description = "Requests a minute; 0 for no limit.")
    private @Nullable Integer perMinute;

    @Option(names = "--per-payment", description = "Most for a payment in rupiah; 0 for no limit.")
    private @Nullable Long perPayment;

    @Option(names = "--per-day", description = "Most for a day in rupiah; 0 for no limit.")
    private @Nullable Long perDay;

    @Option(names = "--webhook", description = "Where it is told; empty for nowhere.")
    private @Nullable String webhook;

    Partner on(Partner partner, WebhookPolicy policy) {
      return new Partner(
          partner.id(),
          name == null ? partner.name() : name,
          partner.active(),
          addresses(partner),
          new Limits(
              perMinute == null ? partner.limits().perMinute() : zeroIsNone(perMinute),
              perPayment == null ? partner.limits().perPayment() : amount(perPayment),
              perDay == null ? partner.limits().perDay() : amount(perDay)),
          webhook == null ? partner.webhook() : address(webhook, policy));
    }

    private List<Network> addresses(Partner partner) {
      if (anyAddress && addresses != null) {
        throw new IllegalArgumentException("either --address or --any-address, not both");
      }
      if (anyAddress) {
        return List.of();
      }
      return addresses == null
          ? partner.addresses()
          : addresses.stream().map(Network::parse).toList();
    }

    private boolean saysFromWhere() {
      return anyAddress || addresses != null;
    }

    private static @Nullable Integer zeroIsNone(int number) {
      checkLimit(number);
      return number == 0 ? null : number;
    }

    private static void checkLimit(long limit) {
      if (limit < 0) {
        throw new IllegalArgumentException("a limit is above zero, or 0 for none");
      }
    }

    private static @Nullable Rupiah amount(long whole) {
      checkLimit(whole);
      return whole == 0 ? null : Rupiah.of(whole);
    }

    private static @Nullable URI address(String text, WebhookPolicy policy) {
      if (text.isEmpty()) {
        return null;
      }
      WebhookCheck check = policy.check(text);
      return switch (check) {
        case WebhookUrl url -> URI.create(url.text());
        case WebhookFault fault ->
            throw new IllegalArgumentException("not an address for webhooks: " + fault);
      };
    }
  }

  @Command(name = "add", description = "Adds a partner and prints its key or password, once.")
  int add(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "ID") String id,
      @Mixin DialectOption spoken,
      @Option(names = "--username", paramLabel = "NAME", required = true) String username,
      @ArgGroup(exclusive = false, multiplicity = "1") Terms terms)
      throws IOException {
    if (!terms.saysFromWhere()) {
      throw new IllegalArgumentException("say from where it may call: --address or --any-address");
    }
    try (var database = config.database()) {
      var store = store(config, database);
      if (store.findPartner(id).isPresent()) {
        throw new IllegalArgumentException("there is a partner " + id + " already");
      }
      var blank = new Partner(id, id, true, List.of(), Limits.NONE, null);
      new DepositStore(database.plain()).open(id);
      var issued = issue(spoken.dialect);
      store.add(terms.on(blank, policy(config)), spoken.dialect.word(), username, issued.kept());
      print("Added " + id + ". The " + shown(spoken, username, issued));
    }
    return 0;
  }

  @Command(name = "change", description = "Changes what is said about a partner.")
  int change(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "ID") String id,
      @ArgGroup(exclusive = false, multiplicity = "1") Terms terms)
      throws IOException {
    try (var database = config.database()) {
      var store = store(config, database);
      store.put(terms.on(known(store, id), policy(config)));
      print("Changed " + id + ".");
    }
    return 0;
  }

  @Command(name = "suspend", description = "Refuses everything a partner asks.")
  int suspend(@Mixin ConfigOption config, @Parameters(paramLabel = "ID") String id)
      throws IOException {
    return setActive(config, id, false);
  }

  @Command(name = "resume", description = "Serves a suspended partner again.")
  int resume(@Mixin ConfigOption config, @Parameters(paramLabel = "ID") String id)
      throws IOException {
    return setActive(config, id, true);
  }

  private int setActive(ConfigOption config, String id, boolean active) throws IOException {
    try (var database = config.database()) {
      var store = store(config, database);
      store.put(known(store, id).withActive(active));
      print(id + (active ? " is served again." : " is suspended."));
    }
    return 0;
  }

  @Command(name = "list", description = "Lists partners with what they may still spend.")
  int list(@Mixin ConfigOption config) throws IOException {
    try (var database = config.database()) {
      var deposits = new DepositStore(database.plain());
      for (Partner partner : store(config, database).listPartners()) {
        print(
            String.join(
                "  ",
                partner.id(),
                partner.name(),
                partner.active() ? "active" : "suspended",
                deposits.balance(partner).toString(),
                partner.addresses().isEmpty() ? "anywhere" : partner.addresses().toString()));
      }
    }
    return 0;
  }

  @Command(name = "topup", description = "Adds to a partner's deposit, once for each reference.")
  int topup(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "ID") String id,
      @Parameters(paramLabel = "RUPIAH") long rupiah,
      @Option(
              names = "--reference",
              required = true,
              description = "The bank's number of the payment; booked once, however often given.")
          String reference)
      throws IOException {
    try (var database = config.database()) {
      var partner = known(store(config, database), id);
      var deposits = new DepositStore(database.plain());
      boolean booked =
          deposits.topUp(
              id, reference, Rupiah.of(rupiah), Person.atTheKeyboard(), new SecureRandom());
      print(
          (booked ? "Booked. " : "Booked before; nothing changed. ")
              + id
              + " has "
              + deposits.balance(partner)
              + ".");
    }
    return 0;
  }

  @Command(
      name = "rotate-key",
      description = "Adds a new key or password and prints it, once; the newest two are good.")
  int rotateKey(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "ID") String id,
      @Mixin DialectOption spoken,
      @Option(names = "--username", paramLabel = "NAME", required = true) String username,
      @Option(names = "--retire-old", description = "Only retires those before the newest.")
          boolean retireOld)
      throws IOException {
    try (var database = config.database()) {
      var store = store(config, database);
      known(store, id);
      if (retireOld) {
        if (!store.retireOldKeys(id, spoken.dialect.word(), username)) {
          throw new IllegalArgumentException(id + " has no username " + username);
        }
        print("Only the newest " + proof(spoken.dialect) + " of " + username + " is good now.");
      } else {
        var issued = issue(spoken.dialect);
        store.addKey(id, spoken.dialect.word(), username, issued.kept());
        print("The new " + shown(spoken, username, issued));
      }
    }
    return 0;
  }

  @Command(
      name = "webhook-secret",
      description = "Makes a new secret that webhooks are signed with, and prints it, once.")
  int webhookSecret(@Mixin ConfigOption config, @Parameters(paramLabel = "ID") String id)
      throws IOException {
    try (var database = config.database()) {
      var store = store(config, database);
      known(store, id);
      var secret = Issued.key();
      store.putWebhookSecret(id, secret.kept());
      print("The webhook secret of " + id + " (shown this once): " + secret.shown().reveal());
    }
    return 0;
  }

  private static String shown(DialectOption spoken, String username, Issued issued) {
    return proof(spoken.dialect)
        + " of "
        + username
        + " (shown this once): "
        + issued.shown().reveal();
  }

  private static PartnerStore store(ConfigOption config, Database database) throws IOException {
    return new PartnerStore(database.requests(), Vault.open(config.settings().vault().keyFile()));
  }

  private static WebhookPolicy policy(ConfigOption config) throws IOException {
    return new WebhookPolicy(Set.of(), config.settings().webhooks().allowLoopback());
  }

  private static Partner known(PartnerStore store, String id) {
    return store
        .findPartner(id)
        .orElseThrow(() -> new IllegalArgumentException("there is no partner " + id));
  }

  private static String proof(Dialect dialect) {
    return dialect.hasPasswords() ? "password" : "key";
  }

  private static Issued issue(Dialect dialect) {
    return dialect.hasPasswords() ? Issued.password() : Issued.key();
  }

  private void print(String line) {
    spec.commandLine().getOut().println(line);
  }
}
