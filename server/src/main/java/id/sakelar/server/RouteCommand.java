package id.sakelar.server;

import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.CatalogStore;
import id.sakelar.server.catalog.Closing;
import id.sakelar.server.catalog.Offer;
import id.sakelar.server.catalog.Offer.Route;
import id.sakelar.server.catalog.RouteStore;
import java.io.IOException;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sakelar catalog route`: which billers serve a product, and in which order.
@Command(name = "route", description = "Says which billers serve a product, and in which order.")
final class RouteCommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(name = "add", description = "Adds a biller to a product, or changes how it is there.")
  int add(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "PRODUCT") String product,
      @Option(names = "--upstream", required = true, description = "The biller.") String upstream,
      @Option(
              names = "--upstream-product",
              required = true,
              description = "What it calls the product.")
          String code,
      @Option(
              names = "--preference",
              defaultValue = "2",
              description = "1 to 99; the lowest is tried first.")
          int preference,
      @Option(names = "--closed", arity = "2", description = "From when until when, in Jakarta.")
          LocalTime @Nullable [] closed,
      @Option(
              names = "--cost",
              description =
                  "What it takes for a sheet in rupiah; decides where preferences do not.")
          @Nullable Long cost)
      throws IOException {
    var closing = closed == null ? null : new Closing(closed[0], closed[1]);
    var expected = cost == null ? null : Rupiah.of(cost);
    try (var database = config.database()) {
      var offer = offer(database, product);
      CatalogCommand.check(config.settings().upstreams(), upstream, offer.family());
      new RouteStore(database.requests())
          .add(product, new Route(upstream, code, preference, closing, expected));
      list(database, product);
    }
    return 0;
  }

  @Command(name = "remove", description = "Removes a biller from a product that others serve too.")
  int remove(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "PRODUCT") String product,
      @Option(names = "--upstream", required = true, description = "The biller.") String upstream)
      throws IOException {
    try (var database = config.database()) {
      var offer = offer(database, product);
      if (offer.routes().stream().noneMatch(route -> route.upstream().equals(upstream))) {
        throw new IllegalArgumentException(upstream + " does not serve " + product);
      }
      if (!new RouteStore(database.requests()).remove(product, upstream)) {
        throw new IllegalArgumentException(
            "nobody else serves %s: close it instead".formatted(product));
      }
      list(database, product);
    }
    return 0;
  }

  @Command(name = "list", description = "Lists the billers of a product as they are tried.")
  int list(@Mixin ConfigOption config, @Parameters(paramLabel = "PRODUCT") String product)
      throws IOException {
    try (var database = config.database()) {
      list(database, product);
    }
    return 0;
  }

  @Command(
      name = "own",
      description = "Sends a partner's bills of a product to one biller and to no other.")
  int own(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "PRODUCT") String product,
      @Option(names = "--partner", required = true) String partner,
      @Option(names = "--upstream", description = "The biller; none for the product's own.")
          @Nullable String upstream,
      @Option(names = "--upstream-product", description = "What it calls the product.")
          @Nullable String code)
      throws IOException {
    if ((upstream == null) != (code == null)) {
      throw new IllegalArgumentException("--upstream and --upstream-product come together");
    }
    var route = upstream == null || code == null ? null : new Route(upstream, code);
    try (var database = config.database()) {
      CatalogCommand.check(config, database, partner);
      var offer = offer(database, product);
      if (upstream != null) {
        CatalogCommand.check(config.settings().upstreams(), upstream, offer.family());
      }
      new CatalogStore(database.requests()).putRoute(partner, product, route);
    }
    var whose = route == null ? "everybody's billers" : upstream;
    print("%s's bills of %s go to %s.".formatted(partner, product, whose));
    return 0;
  }

  private void list(Database database, String product) {
    for (Route route : offer(database, product).routes()) {
      print(line(route));
    }
  }

  private static String line(Route route) {
    var closing = route.closing();
    var cost = route.cost();
    return String.join(
        "  ",
        Integer.toString(route.preference()),
        route.upstream(),
        route.product(),
        closing == null
            ? "at any hour"
            : "closed %s to %s".formatted(closing.from(), closing.until()),
        cost == null ? "at an unknown cost" : "at " + cost);
  }

  private static Offer offer(Database database, String product) {
    return new CatalogStore(database.requests())
        .listOffers("").stream()
            .filter(it -> it.product().equals(product))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("there is no product " + product));
  }

  private void print(String line) {
    spec.commandLine().getOut().println(line);
  }
}
