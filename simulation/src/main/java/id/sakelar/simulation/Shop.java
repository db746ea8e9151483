package id.sakelar.simulation;

import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Family;
import id.sakelar.server.catalog.Fees;
import id.sakelar.server.catalog.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The catalogue of a simulated switch: one product for each biller, who is asked first for it.
/// Prices change all the time, and products close for a while. For whoever has the turn.
final class Shop {
  /// How long a price lasts, and how often somebody looks: both in microseconds.
  private static final long PRICE_LASTS = 90_000_000;

  private final World world;
  private @Nullable List<Offer> newest;
  private long since = -1;

  Shop(World world) {
    this.world = world;
  }

  static String product(int biller) {
    return "product-" + biller;
  }

  /// All products; every partner is offered the same.
  List<Offer> offers(String partner) {
    long period = world.turns().now() / PRICE_LASTS;
    var offers = newest;
    if (offers == null || since != period) {
      since = period;
      offers = draw(period);
      newest = offers;
    }
    return offers;
  }

  private List<Offer> draw(long period) {
    var offers = new ArrayList<Offer>();
    for (int i = 0; i < world.desks().size(); i++) {
      var chance = world.weather().chance("price " + i + " in " + period);
      var fees =
          new Fees(
              Rupiah.of(chance.nextInt(10, 30) * 100L),
              Rupiah.of(chance.nextInt(2) * 300L),
              null,
              Rupiah.of(chance.nextInt(2) * 200L));
      boolean open = chance.nextInt(30) > 0;
      offers.add(
          new Offer(
              product(i), Family.MOBILE, "Halo", "T", null, Map.of(), routes(i), fees, null, open));
    }
    return List.copyOf(offers);
  }

  /// Every second product has one biller only, the others have all of them.
  private List<Offer.Route> routes(int product) {
    int billers = world.desks().size();
    var routes = new ArrayList<Offer.Route>();
    for (int i = 0; i < (product % 2 == 0 ? billers : 1); i++) {
      int biller = (product + i) % billers;
      routes.add(new Offer.Route(world.desks().get(biller).name(), "P" + biller));
    }
    return routes;
  }
}
