package id.sakelar.sandbox;

import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Offer;
import id.sakelar.server.front.bankplus.BankplusFront;
import id.sakelar.server.payment.BillerProfile;
import id.sakelar.server.payment.Evidence;
import id.sakelar.server.payment.Evidence.Source;
import id.sakelar.server.payment.Inquiry;
import id.sakelar.server.payment.Machine;
import id.sakelar.server.payment.Payment;
import id.sakelar.server.payment.PaymentId;
import id.sakelar.server.payment.Quote;
import id.sakelar.server.payment.References;
import id.sakelar.server.payment.State;
import id.sakelar.server.payment.Store;
import id.sakelar.server.payment.Store.Opening;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// What an agent sold in January of 2020: as many of each as the printed dashboards show, in the
/// order in which those list them. The biller that took the payments is no more, so that the books
/// of the simulated ones hold what was paid there and nothing else.
///
/// @param offers what the products cost
record DemoSales(Store store, String partner, List<Offer> offers) {
  /// The biller that is no more.
  static final String UPSTREAM = "history";

  private static final List<Sold> SOLD =
      List.of(
          new Sold("bpjs", 52),
          new Sold("pdam", 54),
          new Sold("hp", 30),
          new Sold("bpjstk", 42),
          new Sold("bpjstkpu", 37),
          new Sold("indihome", 18),
          new Sold("gopay", 36),
          new Sold("train-ticketing", 14),
          new Sold("railink", 19));

  /// Eight in the morning in Jakarta.
  private static final Instant FIRST = Instant.parse("2020-01-02T01:00:00Z");

  private static final Duration APART = Duration.ofHours(12);
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Machine MACHINE = new Machine(BillerProfile.standard(), LEASE);

  /// How often a product was sold.
  private record Sold(String product, int times) {}

  /// What left the agent's float for all of it.
  Rupiah total() {
    return list().stream().map(it -> it.quote().price()).reduce(Rupiah.ZERO, Rupiah::plus);
  }

  /// Makes the payments that are not made yet; many at once share commits.
  void make() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var makings = new ArrayList<Future<?>>();
      list().forEach(payment -> makings.add(threads.submit(() -> make(payment))));
      for (Future<?> making : makings) {
        making.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("an old payment could not be made", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the start was broken off", e);
    }
  }

  private void make(Payment wanted) {
    switch (store.open(wanted, LEASE, null)) {
      case Opening.Opened(Payment payment) -> settle(payment);
      case Opening.Exists _ -> settle(store.findPayment(wanted.id()).orElseThrow());
      case Opening.Refused(var reason) ->
          throw new IllegalStateException(wanted.id() + " is refused: " + reason);
    }
  }

  /// Does nothing with one that is settled already.
  private void settle(Payment payment) {
    if (payment.state() == State.SENDING) {
      var paid =
          new Evidence.Success("00", "SN" + payment.id().reference(), payment.quote().cost(), null);
      MACHINE
          .hear(payment, paid, Source.ATTEMPT, payment.openedAt().plusSeconds(1))
          .ifPresent(store::commit);
    }
  }

  /// All of them, as they were opened: each product twice a day, a minute after the one before it.
  private List<Payment> list() {
    var payments = new ArrayList<Payment>();
    for (int kind = 0; kind < SOLD.size(); kind++) {
      var sold = SOLD.get(kind);
      var offer = offer(sold.product());
      for (int i = 0; i < sold.times(); i++) {
        var at = FIRST.plus(APART.multipliedBy(i)).plus(Duration.ofMinutes(kind));
        payments.add(payment(offer, i, at));
      }
    }
    return payments;
  }

  private Offer offer(String product) {
    return offers.stream().filter(it -> it.product().equals(product)).findFirst().orElseThrow();
  }

  private Payment payment(Offer offer, int number, Instant at) {
    var reference = String.format(Locale.ROOT, "2020-%s-%02d", offer.product(), number + 1);
    var id = new PaymentId(partner, BankplusFront.DIALECT, reference);
    return Machine.open(new Inquiry(id, quote(offer, number), References.dayOf(at), false), at);
  }

  private static Quote quote(Offer offer, int number) {
    var bill = DemoBills.of(offer.family(), number);
    var price = offer.price(bill.amount(), bill.sheets());
    var serial = String.format(Locale.ROOT, "%02d", number + 1);
    return new Quote(
        offer.product(),
        DemoBills.customer(number),
        bill,
        UPSTREAM,
        offer.product(),
        "S2020" + offer.product().replace("-", "").toUpperCase(Locale.ROOT) + serial,
        price.admin(),
        price.sellingPrice(),
        price.price(),
        price.baseCommission(),
        price.cashback(),
        price.price(),
        null);
  }
}
