package id.sakelar.server;

import id.sakelar.money.Rupiah;
import id.sakelar.server.Settings.UpstreamSettings;
import id.sakelar.server.catalog.CatalogFile;
import id.sakelar.server.catalog.CatalogStore;
import id.sakelar.server.catalog.Family;
import id.sakelar.server.catalog.Offer;
import id.sakelar.server.partner.PartnerStore;
import id.sakelar.server.partner.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sakelar catalog`: what can be paid, at what price, and who serves it.
@Command(
    name = "catalog",
    description = "Imports, lists, opens, closes, prices and routes products.",
    subcommands = RouteCommand.class)
final class CatalogCommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "import",
      description = "Adds or changes the products of a CSV file, all or none.")
  int importFile(@Mixin ConfigOption config, @Parameters(paramLabel = "FILE") Path file)
      throws IOException {
    var offers = CatalogFile.read(Files.readString(file));
    var upstreams = config.settings().upstreams();
    for (Offer offer : offers) {
      offer.routes().forEach(route -> check(upstreams, route.upstream(), offer.family()));
      offer.codes().keySet().forEach(dialect -> check(dialect, offer));
    }
    try (var database = config.database()) {
      new CatalogStore(database.requests()).put(offers);
    }
    print("Imported " + offers.size() + " products.");
    return 0;
  }

  @Command(name = "list", description = "Lists products, with one partner's prices if named.")
  int list(
      @Mixin ConfigOption config, @Option(names = "--partner", defaultValue = "") String partner)
      throws IOException {
    try (var database = config.database()) {
      for (Offer offer : new CatalogStore(database.requests()).listOffers(partner)) {
        print(
            String.join(
                "  ",
                offer.product(),
                offer.name(),
                offer.open() ? "open" : "closed",
                "admin " + offer.fees().admin(),
                "commission " + offer.fees().commission(),
                "at "
                    + offer.routes().stream()
                        .map(Offer.Route::upstream)
                        .collect(Collectors.joining(", "))));
      }
    }
    return 0;
  }

  @Command(name = "open", description = "Opens a product for everybody.")
  int open(@Mixin ConfigOption config, @Parameters(paramLabel = "PRODUCT") String product)
      throws IOException {
    return setOpen(config, product, true);
  }

  @Command(name = "close", description = "Closes a product for everybody.")
  int close(@Mixin ConfigOption config, @Parameters(paramLabel = "PRODUCT") String product)
      throws IOException {
    return setOpen(config, product, false);
  }

  @Command(name = "price", description = "Gives a partner prices of its own, in rupiah a sheet.")
  int price(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "PRODUCT") String product,
      @Option(names = "--partner", required = true) String partner,
      @Option(names = "--admin") @Nullable Long admin,
      @Option(names = "--commission") @Nullable Long commission,
      @Option(names = "--base-commission") @Nullable Long base)
      throws IOException {
    try (var database = config.database()) {
      check(config, database, partner);
      var store = new CatalogStore(database.requests());
      if (!store.putPrice(partner, product, amount(admin), amount(commission), amount(base))) {
        throw new IllegalArgumentException("there is no product " + product);
      }
    }
    print(partner + " has its own price of " + product + ".");
    return 0;
  }

  static void check(ConfigOption config, Database database, String partner) throws IOException {
    var vault = Vault.open(config.settings().vault().keyFile());
    if (new PartnerStore(database.requests(), vault).findPartner(partner).isEmpty()) {
      throw new IllegalArgumentException("there is no partner " + partner);
    }
  }

  /// A product has a code only in dialects that can say its bills.
  private static void check(String dialect, Offer offer) {
    if (!Dialect.find(dialect).orElseThrow().sells(offer.family())) {
      throw new IllegalArgumentException(
          "%s has no words for %s, so %s has no code there"
              .formatted(dialect, CatalogFile.word(offer.family()), offer.product()));
    }
  }

  /// A bill is routed to a biller that we know and that can say it.
  static void check(Map<String, UpstreamSettings> upstreams, String upstream, Family family) {
    var settings = upstreams.get(upstream);
    if (settings == null) {
      throw new IllegalArgumentException("there is no upstream " + upstream);
    }
    if (!Dialect.find(settings.dialect()).orElseThrow().serves(family)) {
      throw new IllegalArgumentException(
          "upstream %s speaks %s, which has no words for %s"
              .formatted(upstream, settings.dialect(), CatalogFile.word(family)));
    }
  }

  private int setOpen(ConfigOption config, String product, boolean open) throws IOException {
    try (var database = config.database()) {
      if (!new CatalogStore(database.requests()).setOpen(product, open)) {
        throw new IllegalArgumentException("there is no product " + product);
      }
    }
    print(product + (open ? " is open." : " is closed."));
    return 0;
  }

  private static @Nullable Rupiah amount(@Nullable Long whole) {
    return whole == null ? null : Rupiah.of(whole);
  }

  private void print(String line) {
    spec.commandLine().getOut().println(line);
  }
}
