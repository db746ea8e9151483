package id.sakelar.server.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sakelar.money.Rupiah;
import id.sakelar.server.partner.Database;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Products and their prices.
class CatalogStoreTest {
  private Database database;
  private CatalogStore store;

  @BeforeEach
  void open() throws SQLException {
    database = Database.create();
    store = new CatalogStore(database.jdbi());
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  private static Offer offer(String product, long admin, long commission, @Nullable Rupiah base) {
    return new Offer(
        product,
        Family.WATER,
        "Air " + product,
        "PDAM",
        null,
        Map.of("iak", "PDAM." + product),
        new Offer.Route("paper", "UP-" + product),
        new Fees(Rupiah.of(admin), Rupiah.of(commission), base, Rupiah.ZERO),
        null,
        true);
  }

  @Test
  void offers_are_read_as_they_were_put_in_their_order() {
    var water = offer("pdam-bogor", 2_500, 1_000, null);
    var gas = offer("gas", 3_000, 0, Rupiah.of(1_200));
    store.put(List.of(water, gas));

    assertThat(store.listOffers("warung-sri")).containsExactly(water, gas);
    assertThat(new Catalog(store).findOffer("gas", "warung-sri")).contains(gas);
    assertThat(new Catalog(store).findOffer("kereta", "warung-sri")).isEmpty();
  }

  @Test
  void putting_again_changes_the_product() {
    store.put(List.of(offer("gas", 3_000, 0, Rupiah.of(1_200))));
    var dearer = offer("gas", 3_500, 500, null);
    store.put(List.of(dearer));

    assertThat(store.listOffers("warung-sri")).containsExactly(dearer);
  }

  @Test
  void all_products_are_put_or_none() {
    assertThatThrownBy(
            () -> store.put(List.of(offer("gas", 1, 1, null), offer("NOT A CODE", 1, 1, null))))
        .isInstanceOf(JdbiException.class);

    assertThat(store.listOffers("warung-sri")).isEmpty();
  }

  @Test
  void a_partners_own_price_is_its_own_and_what_it_lacks_is_the_products() {
    store.put(List.of(offer("gas", 3_000, 500, Rupiah.of(1_200))));

    assertThat(store.putPrice("warung-sri", "gas", null, Rupiah.of(700), null)).isTrue();
    assertThat(store.putPrice("warung-sri", "kereta", null, Rupiah.of(700), null)).isFalse();

    assertThat(store.listOffers("warung-sri"))
        .containsExactly(offer("gas", 3_000, 700, Rupiah.of(1_200)));
    assertThat(store.listOffers("toko-ani"))
        .containsExactly(offer("gas", 3_000, 500, Rupiah.of(1_200)));
    store.putPrice("warung-sri", "gas", Rupiah.of(900), null, null);
    assertThat(store.listOffers("warung-sri"))
        .containsExactly(offer("gas", 900, 500, Rupiah.of(1_200)));
  }

  @Test
  void prices_that_no_bill_could_be_sold_at_change_nothing() {
    store.put(List.of(offer("gas", 3_000, 500, null)));
    store.putPrice("warung-sri", "gas", null, Rupiah.of(2_000), null);

    assertThatThrownBy(() -> store.putPrice("warung-sri", "gas", new Rupiah(150), null, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("fees and commissions are whole rupiah and not negative");

    assertThat(store.listOffers("warung-sri")).containsExactly(offer("gas", 3_000, 2_000, null));
  }

  @Test
  void a_dialect_finds_a_product_by_its_own_code() {
    store.put(List.of(offer("gas", 3_000, 500, null)));
    var catalog = new Catalog(store);

    assertThat(catalog.findOffer("iak", "PDAM.gas", "warung-sri")).isPresent();
    assertThat(catalog.findOffer("iak", "gas", "warung-sri")).isEmpty();
    assertThat(catalog.findOffer("mmbc", "PDAM.gas", "warung-sri")).isEmpty();
    assertThatThrownBy(
            () ->
                store.put(List.of(coded("pdam-bogor", "PDAM.gas"), offer("gas", 3_000, 500, null))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two products are PDAM.gas in iak");
    store.put(List.of(coded("pdam-bogor", "PDAM.gas"), coded("gas", "PGAS")));
    assertThat(catalog.findOffer("iak", "PDAM.gas", "toko-ani"))
        .hasValueSatisfying(it -> assertThat(it.product()).isEqualTo("pdam-bogor"));
  }

  private static Offer coded(String product, String code) {
    var offer = offer(product, 3_000, 500, null);
    return new Offer(
        product,
        offer.family(),
        offer.name(),
        offer.brand(),
        null,
        Map.of("iak", code),
        offer.route(),
        offer.fees(),
        null,
        true);
  }

  @Test
  void a_partners_own_route_is_its_own() {
    store.put(List.of(offer("gas", 3_000, 500, null)));

    assertThat(store.putRoute("warung-sri", "gas", new Offer.Route("other", "G1"))).isTrue();
    assertThat(store.putRoute("warung-sri", "kereta", new Offer.Route("other", "G1"))).isFalse();

    assertThat(store.listOffers("warung-sri"))
        .extracting(Offer::route)
        .containsExactly(new Offer.Route("other", "G1"));
    assertThat(store.listOffers("toko-ani"))
        .extracting(Offer::route)
        .containsExactly(new Offer.Route("paper", "UP-gas"));
    store.putRoute("warung-sri", "gas", null);
    assertThat(store.listOffers("warung-sri"))
        .extracting(Offer::route)
        .containsExactly(new Offer.Route("paper", "UP-gas"));
  }

  @Test
  void a_product_is_closed_from_its_first_moment_to_before_its_last() {
    var night = new Closing(LocalTime.of(23, 0), LocalTime.of(1, 0));
    var noon = new Closing(LocalTime.of(12, 0), LocalTime.of(13, 0));

    assertThat(night.covers(LocalTime.of(22, 59, 59))).isFalse();
    assertThat(night.covers(LocalTime.of(23, 0))).isTrue();
    assertThat(night.covers(LocalTime.MIDNIGHT)).isTrue();
    assertThat(night.covers(LocalTime.of(0, 59, 59))).isTrue();
    assertThat(night.covers(LocalTime.of(1, 0))).isFalse();
    assertThat(noon.covers(LocalTime.of(11, 59))).isFalse();
    assertThat(noon.covers(LocalTime.of(12, 0))).isTrue();
    assertThat(noon.covers(LocalTime.of(13, 0))).isFalse();
  }

  @Test
  void a_product_is_closed_and_opened_for_everybody() {
    store.put(List.of(offer("gas", 3_000, 500, null)));

    assertThat(store.setOpen("gas", false)).isTrue();
    assertThat(store.listOffers("warung-sri")).extracting(Offer::open).containsExactly(false);
    assertThat(store.setOpen("gas", true)).isTrue();
    assertThat(store.listOffers("warung-sri")).extracting(Offer::open).containsExactly(true);
    assertThat(store.setOpen("kereta", true)).isFalse();
  }

  @Test
  void fees_and_commissions_count_for_each_sheet() {
    var price = offer("gas", 2_500, 1_000, Rupiah.of(1_200)).price(Rupiah.of(300_000), 3);

    assertThat(price)
        .isEqualTo(
            new Fees.Price(
                Rupiah.of(7_500),
                Rupiah.of(307_500),
                Rupiah.of(304_500),
                Rupiah.of(3_600),
                Rupiah.ZERO));
  }

  /// No dialect can tell of sen, and what cannot be told is not charged.
  @Test
  void fees_and_commissions_are_whole_rupiah_and_not_negative() {
    var wrong = "fees and commissions are whole rupiah and not negative";

    assertThatThrownBy(() -> offer("gas", -1, 0, null)).hasMessage(wrong);
    assertThatThrownBy(() -> offer("gas", 0, -1, null)).hasMessage(wrong);
    assertThatThrownBy(() -> offer("gas", 0, 0, new Rupiah(150))).hasMessage(wrong);
  }
}
