package id.sakelar.server.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Offer.Route;
import id.sakelar.server.partner.Database;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who serves a product, and in which order.
class RoutesTest {
  private static final Closing NIGHT = new Closing(LocalTime.of(22, 0), LocalTime.of(6, 0));

  private Database database;
  private CatalogStore store;
  private RouteStore routes;

  @BeforeEach
  void open() throws SQLException {
    database = Database.create();
    store = new CatalogStore(database.jdbi());
    routes = new RouteStore(database.jdbi());
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  private static List<Offer> read(String fallbacks) {
    return CatalogFile.read(
        """
        product,family,name,brand,upstream,upstream_product,admin,commission,open,fallbacks
        pln,electricity,PLN,PLN,one,pln,2500,1000,true,%s
        """
            .formatted(fallbacks));
  }

  private List<Route> stored() {
    return store.listOffers("warung-sri").getFirst().routes();
  }

  private static Route route(String upstream, String product, int preference) {
    return new Route(upstream, product, preference, null, null);
  }

  @Test
  void a_file_names_billers_in_their_order() {
    store.put(read("two:PLNPOSTPAID;three:pln"));

    assertThat(stored())
        .containsExactly(
            route("one", "pln", 1), route("two", "PLNPOSTPAID", 2), route("three", "pln", 3));
    store.put(read(""));
    assertThat(stored()).containsExactly(route("one", "pln", 1));
  }

  @Test
  void a_file_may_say_how_much_each_is_preferred() {
    assertThat(read("two:PLN.POST@5;three:pln;zero:p@1").getFirst().routes())
        .containsExactly(
            route("one", "pln", 1),
            route("zero", "p", 1),
            route("two", "PLN.POST", 5),
            route("three", "pln", 6));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"two", "two:", "two:p@0", "two:p@100", "TWO:p", "two:p;", "one:p", "two:p;two:q"})
  void what_is_no_list_of_billers_is_refused(String fallbacks) {
    assertThatThrownBy(() -> read(fallbacks))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("line 2 of the catalogue: fallbacks is wrong");
  }

  @Test
  void hours_and_costs_of_ways_that_stay_outlive_another_import() {
    store.put(read("two:PLNPOSTPAID"));
    var priced = new Route("two", "PLNPOSTPAID", 2, NIGHT, Rupiah.of(1_200));
    assertThat(routes.add("pln", priced)).isTrue();

    store.put(read("two:PLNPOSTPAID"));

    assertThat(stored()).containsExactly(route("one", "pln", 1), priced);
    assertThat(priced.isOpenAt(LocalTime.of(21, 59))).isTrue();
    assertThat(priced.isOpenAt(LocalTime.of(22, 0))).isFalse();
  }

  @Test
  void of_billers_preferred_alike_the_cheaper_is_first_and_an_unknown_cost_is_last() {
    store.put(read(""));
    routes.add("pln", new Route("dear", "p", 1, null, Rupiah.of(900)));
    routes.add("pln", new Route("cheap", "p", 1, null, Rupiah.of(800)));

    assertThat(stored()).extracting(Route::upstream).containsExactly("cheap", "dear", "one");
  }

  @Test
  void the_last_biller_of_a_product_stays() {
    store.put(read("two:PLNPOSTPAID"));

    assertThat(routes.remove("pln", "one")).isTrue();
    assertThat(routes.remove("pln", "two")).isFalse();
    assertThat(routes.remove("pln", "three")).isFalse();

    assertThat(stored()).containsExactly(route("two", "PLNPOSTPAID", 2));
    assertThat(routes.add("gas", route("two", "p", 1))).isFalse();
  }
}
