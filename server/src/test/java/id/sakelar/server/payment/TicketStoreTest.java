package id.sakelar.server.payment;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.partner.Partner.Limits;
import id.sakelar.server.partner.Pseudonyms;
import id.sakelar.server.partner.SealedKeyStore;
import id.sakelar.server.payment.TicketStore.Taking;
import id.sakelar.server.payment.TicketStore.Wanted;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Leave to pay once: what makes a payment without a reference safe to ask for again.
class TicketStoreTest {
  private static final Instant NOON = Samples.NOON;
  private static final String DIALECT = "card";
  private static final Wanted CARD =
      new Wanted("credit-card-8", "4111111111111111", Rupiah.of(100_000));
  private static final Partner SRI = Samples.partner("warung-sri", Limits.NONE);

  private Counter counter;
  private TicketStore tickets;

  @BeforeEach
  void open() throws SQLException {
    counter = new Counter(Counter.Kind.POSTGRES);
    counter.deposit(SRI.id(), Rupiah.of(10_000_000));
    var jdbi = counter.database().jdbi();
    var vault = id.sakelar.server.partner.Database.vault();
    tickets =
        new TicketStore(jdbi, Pseudonyms.open(new SealedKeyStore(jdbi, vault, new SecureRandom())));
  }

  @AfterEach
  void close() throws SQLException {
    counter.close();
  }

  private static PaymentId id(String reference) {
    return new PaymentId("warung-sri", DIALECT, reference);
  }

  private static Instant after(Duration time) {
    return NOON.plus(time);
  }

  private Taking take(Instant now) {
    return tickets.take("warung-sri", DIALECT, CARD, null, now);
  }

  private static Taking taken(String reference) {
    return new Taking.Taken(reference);
  }

  private void leave(String reference, Instant now) {
    tickets.leave(id(reference), CARD, now);
  }

  @Test
  void without_an_inquiry_there_is_no_ticket() {
    assertThat(take(NOON)).isEqualTo(new Taking.NoTicket());
  }

  @Test
  void a_ticket_is_taken_once_and_shown_again_until_ten_minutes_after_its_payment_has_ended() {
    leave("1", NOON);
    assertThat(take(NOON)).isEqualTo(taken("1"));
    pay("1", Duration.ofMinutes(30));

    assertThat(take(after(Duration.ofSeconds(30 * 60 + 599)))).isEqualTo(taken("1"));
    assertThat(take(after(Duration.ofSeconds(30 * 60 + 601)))).isEqualTo(new Taking.NoTicket());
  }

  /// As when the deposit did not cover it.
  @Test
  void a_ticket_without_a_payment_is_shown_again_for_ten_minutes() {
    leave("1", NOON);
    take(NOON);

    assertThat(take(after(Duration.ofSeconds(599)))).isEqualTo(taken("1"));
    assertThat(take(after(Duration.ofSeconds(601)))).isEqualTo(new Taking.NoTicket());
  }

  /// Pays under a ticket; the payment ends so long after noon.
  private void pay(String reference, Duration ends) {
    counter.clock().tick(ends);
    var payments = counter.payments(new PaperBiller());
    payments.pay(new Asked(SRI, id(reference), "halo", "0811", null, null, false));
    payments.close();
  }

  @Test
  void a_ticket_lasts_a_day() {
    leave("1", NOON);
    assertThat(take(after(Duration.ofHours(24)))).isEqualTo(new Taking.NoTicket());

    assertThat(take(after(Duration.ofHours(24).minusSeconds(1)))).isEqualTo(taken("1"));
  }

  /// Else an inquiry asked twice because its answer was lost would leave to pay twice.
  @Test
  void a_second_inquiry_takes_the_place_of_a_ticket_nobody_took() {
    leave("1", NOON);
    leave("2", NOON);

    assertThat(take(NOON)).isEqualTo(taken("2"));
    assertThat(take(NOON)).isEqualTo(taken("2"));
  }

  @Test
  void an_inquiry_after_a_payment_leaves_to_pay_once_more() {
    leave("1", NOON);
    take(NOON);
    pay("1", Duration.ZERO);
    leave("2", NOON);

    assertThat(take(NOON)).isEqualTo(taken("2"));
    pay("2", Duration.ZERO);
    assertThat(take(NOON)).isEqualTo(taken("2"));
  }

  /// Who asks then asks after the first: what was inquired meanwhile is no leave to pay again.
  @Test
  void while_the_first_payment_is_undecided_nobody_begins_a_second() {
    leave("1", NOON);
    take(NOON);
    var biller = new PaperBiller().answers(() -> new Evidence.Ambiguous("silence"));
    var payments = counter.payments(biller);
    var asked = new Asked(SRI, id("1"), "halo", "0811", null, null, false);
    assertThat(payments.pay(asked)).isInstanceOf(Payments.Paying.Known.class);
    leave("2", NOON);

    assertThat(take(after(Duration.ofHours(1)))).isEqualTo(taken("1"));
    counter.clock().tick(Duration.ofHours(1));
    payments.ask(counter.store().findPayment(id("1")).orElseThrow());
    assertThat(take(after(Duration.ofHours(1)))).isEqualTo(taken("1"));
    leave("3", after(Duration.ofHours(1)));
    assertThat(take(after(Duration.ofHours(1)))).isEqualTo(taken("3"));
    payments.close();
  }

  /// Its payment may be about to be opened, by another server process too.
  @Test
  void a_ticket_that_was_just_taken_keeps_the_next_one_from_being_taken() {
    leave("1", NOON);
    take(NOON);
    leave("2", NOON);

    assertThat(take(after(Duration.ofSeconds(119)))).isEqualTo(taken("1"));
    leave("3", NOON);
    assertThat(take(after(Duration.ofSeconds(121)))).isEqualTo(taken("3"));
  }

  /// As when its answer was so late that the caller has asked again meanwhile, and paid.
  @Test
  void an_inquiry_that_was_begun_before_the_payment_leaves_nothing_behind_it() {
    leave("2", after(Duration.ofSeconds(5)));
    assertThat(take(after(Duration.ofSeconds(6)))).isEqualTo(taken("2"));
    pay("2", Duration.ofSeconds(7));
    leave("1", NOON);

    assertThat(take(after(Duration.ofSeconds(9)))).isEqualTo(taken("2"));
    leave("3", after(Duration.ofSeconds(9)));
    assertThat(take(after(Duration.ofSeconds(9)))).isEqualTo(taken("3"));
  }

  @Test
  void tickets_are_of_one_partner_card_bank_and_amount() {
    leave("1", NOON);

    for (Wanted other :
        List.of(
            new Wanted("credit-card-14", CARD.customer(), CARD.amount()),
            new Wanted(CARD.product(), "4012888888881881", CARD.amount()),
            new Wanted(CARD.product(), CARD.customer(), Rupiah.of(100_001)))) {
      assertThat(tickets.take("warung-sri", DIALECT, other, null, NOON))
          .isEqualTo(new Taking.NoTicket());
    }
    assertThat(tickets.take("toko-ani", DIALECT, CARD, null, NOON))
        .isEqualTo(new Taking.NoTicket());
    assertThat(take(NOON)).isEqualTo(taken("1"));
  }

  @Test
  void of_fifty_at_once_all_get_the_same_ticket() throws Exception {
    leave("1", NOON);
    try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<Callable<Taking>>();
      for (int i = 0; i < 50; i++) {
        all.add(() -> take(NOON));
      }
      for (var taking : crowd.invokeAll(all)) {
        assertThat(taking.get()).isEqualTo(taken("1"));
      }
    }
  }

  @Test
  void two_servers_that_are_asked_at_once_pay_one_ticket_once() throws Exception {
    leave("1", NOON);
    var biller = new PaperBiller();
    var servers = List.of(counter.payments(biller), counter.payments(biller));
    try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<Callable<Payments.Paying>>();
      for (int i = 0; i < 50; i++) {
        var server = servers.get(i % 2);
        all.add(
            () -> {
              var id = id(((Taking.Taken) take(NOON)).reference());
              return server.pay(new Asked(SRI, id, "halo", "0811", null, null, false));
            });
      }
      for (var paying : crowd.invokeAll(all)) {
        assertThat(paying.get()).isInstanceOf(Payments.Paying.Known.class);
      }
    }
    servers.forEach(Payments::close);

    assertThat(biller.orders()).hasSize(1);
    assertThat(counter.balance(SRI)).isEqualTo(Rupiah.of(10_000_000).minus(Samples.PRICE));
  }

  @Test
  void a_partners_own_reference_is_the_same_payment_for_ever_and_no_other() {
    leave("1", NOON);
    assertThat(tickets.take("warung-sri", DIALECT, CARD, "mine", NOON)).isEqualTo(taken("1"));
    leave("2", NOON);

    var later = after(Duration.ofDays(9));
    assertThat(tickets.take("warung-sri", DIALECT, CARD, "mine", later)).isEqualTo(taken("1"));
    var other = new Wanted(CARD.product(), CARD.customer(), Rupiah.of(1));
    assertThat(tickets.take("warung-sri", DIALECT, other, "mine", NOON))
        .isEqualTo(new Taking.ReferenceUsed());
    assertThat(tickets.take("warung-sri", DIALECT, CARD, "yours", NOON)).isEqualTo(taken("2"));
    assertThat(tickets.take("warung-sri", DIALECT, CARD, "third", NOON))
        .isEqualTo(new Taking.NoTicket());
  }

  private Taking findTaken(String own, Instant now) {
    return tickets.findTaken("warung-sri", DIALECT, CARD, own.isEmpty() ? null : own, now);
  }

  @Test
  void looking_for_a_ticket_takes_none() {
    leave("1", NOON);
    assertThat(findTaken("", NOON)).isEqualTo(new Taking.NoTicket());
    take(NOON);

    assertThat(findTaken("", after(Duration.ofSeconds(599)))).isEqualTo(taken("1"));
    assertThat(findTaken("", after(Duration.ofSeconds(601)))).isEqualTo(new Taking.NoTicket());
    pay("1", Duration.ZERO);
    leave("2", NOON);
    assertThat(findTaken("", NOON)).isEqualTo(new Taking.NoTicket());
    assertThat(take(NOON)).isEqualTo(taken("2"));
  }

  @Test
  void a_partners_own_reference_finds_its_ticket_only() {
    leave("1", NOON);
    assertThat(findTaken("mine", NOON)).isEqualTo(new Taking.NoTicket());
    tickets.take("warung-sri", DIALECT, CARD, "mine", NOON);
    leave("2", NOON);

    assertThat(findTaken("mine", after(Duration.ofDays(9)))).isEqualTo(taken("1"));
    assertThat(findTaken("yours", NOON)).isEqualTo(new Taking.NoTicket());
  }

  @Test
  void the_table_does_not_tell_the_card() throws SQLException {
    leave("1", NOON);
    take(NOON);

    try (var connection = counter.database().connect();
        var rows = connection.createStatement().executeQuery("SELECT t::text FROM ticket t")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).doesNotContain(CARD.customer()).contains("warung-sri");
    }
  }
}
