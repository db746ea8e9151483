package id.sakelar.server.front.bankplus;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Catalog;
import id.sakelar.server.catalog.CatalogStore;
import id.sakelar.server.catalog.Family;
import id.sakelar.server.catalog.Fees;
import id.sakelar.server.catalog.Offer;
import id.sakelar.server.partner.Database;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Which titles the dashboards show for what was sold.
class GraphTitlesTest {
  private static final String AGENT = "bnius100294";

  private Database database;
  private GraphTitles titles;

  @BeforeEach
  void open() throws SQLException {
    database = Database.create();
    var store = new CatalogStore(database.jdbi());
    store.put(
        List.of(
            offer("bpjs", Family.HEALTH_INSURANCE, "BPJS Kesehatan"),
            offer("pdam", Family.WATER, "PDAM Bandung"),
            offer("pdam-medan", Family.WATER, "PDAM Medan"),
            offer("hp", Family.MOBILE, "HP Pascabayar"),
            offer("bpjstk", Family.EMPLOYMENT_INSURANCE, "BPJS Ketenagakerjaan BPU"),
            offer("bpjstkpu", Family.COMPANY_INSURANCE, "BPJS Ketenagakerjaan PU"),
            offer("indihome", Family.INTERNET, "Indihome"),
            offer("gopay", Family.EMONEY_TOPUP, "GoPay"),
            offer("railink", Family.TICKET, "Railink")));
    titles = new GraphTitles(new Catalog(store));
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  private static Offer offer(String product, Family family, String name) {
    var free = new Fees(Rupiah.ZERO, Rupiah.ZERO, null, Rupiah.ZERO);
    var route = new Offer.Route("paper", product);
    return new Offer(product, family, name, "X", null, Map.of(), route, free, null, true);
  }

  private static SequencedMap<String, Long> sold(String... products) {
    var sales = new LinkedHashMap<String, Long>();
    for (int i = 0; i < products.length; i++) {
      sales.put(products[i], i + 1L);
    }
    return sales;
  }

  @Test
  void bills_have_the_printed_titles_of_their_families_or_the_names_of_their_products() {
    var sales = sold("bpjs", "gopay", "pdam", "hp", "bpjstk", "bpjstkpu", "indihome");

    assertThat(titles.bills(AGENT, sales).sequencedEntrySet())
        .containsExactly(
            Map.entry("BPJS KS VA", 1L),
            Map.entry("PDAM", 3L),
            Map.entry("Mobile Postpaid", 4L),
            Map.entry("BPJS TK BPU", 5L),
            Map.entry("BPJS TK PU", 6L),
            Map.entry("Indihome", 7L));
  }

  @Test
  void money_put_on_accounts_and_tickets_are_purchases() {
    assertThat(titles.purchases(AGENT, sold("railink", "bpjs", "gopay")).sequencedEntrySet())
        .containsExactly(Map.entry("Railink", 1L), Map.entry("GoPay", 3L));
  }

  @Test
  void products_of_one_title_are_counted_together_where_the_first_of_them_stands() {
    assertThat(titles.bills(AGENT, sold("pdam-medan", "hp", "pdam")).sequencedEntrySet())
        .containsExactly(Map.entry("PDAM", 4L), Map.entry("Mobile Postpaid", 2L));
  }

  @Test
  void what_has_left_the_catalogue_is_a_bill_of_its_code() {
    var sales = sold("gone");

    assertThat(titles.bills(AGENT, sales)).isEqualTo(Map.of("gone", 1L));
    assertThat(titles.purchases(AGENT, sales)).isEmpty();
  }
}
