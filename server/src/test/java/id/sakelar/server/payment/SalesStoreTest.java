package id.sakelar.server.payment;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Offer;
import id.sakelar.server.partner.Partner;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What was sold is counted from the payments themselves.
class SalesStoreTest {
  private static final Partner SRI = Samples.partner("warung-sri");
  private static final Partner BUDI = Samples.partner("toko-budi");
  private static final List<String> DIALECTS = List.of("digiswitch", "bankplus");
  private static final List<String> PRODUCTS = List.of("halo", "water", "coffee", "bread");

  private static final List<Evidence> ANSWERS =
      List.of(
          PaperBiller.YES,
          PaperBiller.YES,
          PaperBiller.YES,
          new Evidence.Refused("02", Reason.BILLER_REFUSED),
          new Evidence.InProcess("03"));

  /// One product after the other, with the moment it was first sold, counted by hand.
  private static final String BY_HAND =
      """
      SELECT product, first_sold, (
        SELECT count(*) FROM payment q
        WHERE q.partner = ? AND q.dialect = ? AND q.state = 'SUCCEEDED'
          AND q.product = sold.product AND to_char(q.day, 'YYYY-MM') LIKE ?) AS sales
      FROM (
        SELECT DISTINCT ON (product) product, opened_at AS first_sold FROM payment
        WHERE partner = ? AND dialect = ? AND state = 'SUCCEEDED'
          AND to_char(day, 'YYYY-MM') LIKE ?
        ORDER BY product, opened_at) sold
      ORDER BY first_sold, product
      """;

  private Counter counter;
  private SalesStore sales;

  @BeforeEach
  void open() throws SQLException {
    counter = new Counter(Counter.Kind.POSTGRES);
    for (Partner partner : List.of(SRI, BUDI)) {
      counter.deposit(partner.id(), Rupiah.of(100_000_000));
    }
    counter.offers().put(PRODUCTS.stream().map(SalesStoreTest::offer).toList());
    sales = new SalesStore(counter.database().jdbi());
  }

  @AfterEach
  void close() throws SQLException {
    counter.close();
  }

  private static Offer offer(String product) {
    var halo = Counter.HALO;
    return new Offer(
        product,
        halo.family(),
        product,
        halo.brand(),
        null,
        halo.codes(),
        halo.route(),
        halo.fees(),
        null,
        true);
  }

  private void pay(Partner partner, String dialect, String reference, String product, Evidence is) {
    var payments = counter.payments(new PaperBiller().answers(() -> is));
    var id = new PaymentId(partner.id(), dialect, reference);
    payments.pay(new Asked(partner, id, product, "0811", null, null, false));
    payments.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1})
  void counts_are_those_made_by_hand_of_random_months(long seed) throws SQLException {
    var chance = new SplittableRandom(seed);
    for (int i = 0; i < 100; i++) {
      payAtRandom(chance, i);
    }

    for (Partner partner : List.of(SRI, BUDI)) {
      for (String dialect : DIALECTS) {
        assertCounted(partner, dialect);
      }
    }
  }

  private void payAtRandom(RandomGenerator chance, int number) {
    counter.clock().tick(Duration.ofMinutes(chance.nextInt(2 * 24 * 60)));
    pay(
        any(chance, List.of(SRI, BUDI)),
        any(chance, DIALECTS),
        "R-" + number,
        any(chance, PRODUCTS),
        any(chance, ANSWERS));
  }

  private static <T> T any(RandomGenerator chance, List<T> choice) {
    return choice.get(chance.nextInt(choice.size()));
  }

  private void assertCounted(Partner partner, String dialect) throws SQLException {
    var ever = listByHand(partner, dialect, "%");
    assertThat(ever).as("sold at all").isNotEmpty();
    assertThat(list(sales.count(partner.id(), dialect, null))).isEqualTo(ever);
    var march = YearMonth.of(2026, 3);
    for (int i = 0; i < 8; i++) {
      var month = march.plusMonths(i);
      assertThat(list(sales.count(partner.id(), dialect, month)))
          .as("%s", month)
          .isEqualTo(listByHand(partner, dialect, month.toString()));
    }
  }

  private static List<String> list(SequencedMap<String, Long> counts) {
    return counts.sequencedEntrySet().stream()
        .map(it -> it.getKey() + " " + it.getValue())
        .toList();
  }

  private List<String> listByHand(Partner partner, String dialect, String month)
      throws SQLException {
    var lines = new ArrayList<String>();
    try (var connection = counter.database().connect();
        var select = connection.prepareStatement(BY_HAND)) {
      for (int i : List.of(0, 3)) {
        select.setString(i + 1, partner.id());
        select.setString(i + 2, dialect);
        select.setString(i + 3, month);
      }
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          lines.add(rows.getString("product") + " " + rows.getLong("sales"));
        }
      }
    }
    return lines;
  }

  @Test
  void only_what_succeeded_is_sold() {
    pay(SRI, "bankplus", "1", "halo", PaperBiller.YES);
    pay(SRI, "bankplus", "2", "halo", new Evidence.Refused("02", Reason.BILLER_REFUSED));
    pay(SRI, "bankplus", "3", "water", new Evidence.InProcess("03"));

    assertThat(sales.count(SRI.id(), "bankplus", null)).isEqualTo(Map.of("halo", 1L));
  }

  @Test
  void what_was_sold_last_comes_last_however_much_it_is() {
    pay(SRI, "bankplus", "1", "water", PaperBiller.YES);
    counter.clock().tick(Duration.ofMinutes(1));
    pay(SRI, "bankplus", "2", "bread", PaperBiller.YES);
    pay(SRI, "bankplus", "3", "bread", PaperBiller.YES);

    assertThat(list(sales.count(SRI.id(), "bankplus", null))).containsExactly("water 1", "bread 2");
  }

  /// At noon of the second of March it is still the same month; a month later it is another.
  @Test
  void a_month_ends_at_midnight_in_jakarta() {
    counter.clock().tick(Duration.ofDays(29).plusHours(11).plusMinutes(59));
    pay(SRI, "bankplus", "1", "water", PaperBiller.YES);
    counter.clock().tick(Duration.ofMinutes(1));
    pay(SRI, "bankplus", "2", "bread", PaperBiller.YES);

    assertThat(sales.count(SRI.id(), "bankplus", YearMonth.of(2026, 3)))
        .isEqualTo(Map.of("water", 1L));
    assertThat(sales.count(SRI.id(), "bankplus", YearMonth.of(2026, 4)))
        .isEqualTo(Map.of("bread", 1L));
  }

  @Test
  void who_sold_nothing_has_no_counts() {
    pay(BUDI, "bankplus", "1", "halo", PaperBiller.YES);
    pay(SRI, "digiswitch", "1", "halo", PaperBiller.YES);

    assertThat(sales.count(SRI.id(), "bankplus", null)).isEmpty();
  }
}
