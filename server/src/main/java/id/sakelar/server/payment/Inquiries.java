package id.sakelar.server.payment;

import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Catalog;
import id.sakelar.server.catalog.Offer;
import id.sakelar.server.payment.Biller.Found;
import id.sakelar.server.payment.Biller.Question;
import id.sakelar.server.payment.Payments.Inquiring;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Asks billers for bills, and keeps what they say for the day. Thread-safe.
///
/// @param clock as exact as moments are stored
record Inquiries(
    Store store,
    Catalog catalog,
    Map<String, Upstream> upstreams,
    References references,
    InstantSource clock) {

  /// Asks for a bill. A repeated inquiry is answered as it was the first time that day.
  Inquiring inquire(Asked asked) {
    var stored = store.findInquiry(asked.id());
    if (stored.isPresent()) {
      var inquiry = stored.get();
      if (!asked.isAbout(inquiry)) {
        return new Inquiring.Refused(Reason.REFERENCE_USED);
      }
      if (isOfToday(inquiry) || store.findPayment(asked.id()).isPresent()) {
        return new Inquiring.Quoted(inquiry);
      }
    }
    return askBiller(asked);
  }

  /// Asks once more when midnight passed while the biller was asked: it will not know yesterday's
  /// inquiry.
  Inquiring inquireToday(Asked asked) {
    if (asked.asInquired()) {
      return store
          .findInquiry(asked.id())
          .filter(this::isOfToday)
          .<Inquiring>map(Inquiring.Quoted::new)
          .orElse(new Inquiring.Refused(Reason.EXPIRED));
    }
    var inquiring = inquire(asked);
    return inquiring instanceof Inquiring.Quoted(Inquiry inquiry) && !isOfToday(inquiry)
        ? inquire(asked)
        : inquiring;
  }

  private boolean isOfToday(Inquiry inquiry) {
    return inquiry.day().equals(References.dayOf(now()));
  }

  private Inquiring askBiller(Asked asked) {
    var found = catalog.findOffer(asked.product(), asked.partner().id());
    if (found.isEmpty()) {
      return new Inquiring.Refused(Reason.PRODUCT_UNKNOWN);
    }
    var offer = found.get();
    if (!offer.open()) {
      return new Inquiring.Refused(Reason.PRODUCT_CLOSED);
    }
    return isClosedNow(offer)
        ? new Inquiring.Refused(Reason.CUT_OFF)
        : askInOrder(asked, offer, offer.routes());
  }

  /// Asks the billers that might serve it now, until one of them says more than that it cannot. If
  /// none does, the one that is preferred has the word.
  private Inquiring askInOrder(Asked asked, Offer offer, List<Offer.Route> routes) {
    @Nullable Reason refused = null;
    for (Offer.Route route : routes) {
      var closed = whyClosed(route, asked.test());
      var inquiring =
          closed.<Inquiring>map(Inquiring.Refused::new).orElseGet(() -> ask(asked, offer, route));
      if (!(inquiring instanceof Inquiring.Refused(Reason reason))
          || !mayBeAskedElsewhere(reason)) {
        return inquiring;
      }
      refused = refused == null ? reason : refused;
    }
    return new Inquiring.Refused(refused == null ? Reason.PRODUCT_CLOSED : refused);
  }

  /// Why bills may not go this way now, whatever the biller says; empty if they may.
  private Optional<Reason> whyClosed(Offer.Route route, boolean test) {
    var upstream = upstreams.get(route.upstream());
    if (upstream == null) {
      return Optional.of(Reason.PRODUCT_CLOSED);
    }
    if (!route.isOpenAt(inJakarta())) {
      return Optional.of(Reason.CUT_OFF);
    }
    if (test) {
      return upstream.takesTests() ? Optional.empty() : Optional.of(Reason.FORBIDDEN);
    }
    return upstream.biller().admits(Rupiah.ZERO)
        ? Optional.empty()
        : Optional.of(Reason.PRODUCT_CLOSED);
  }

  /// A biller that cannot be asked, or does not sell the product now, says nothing about the bill.
  private static boolean mayBeAskedElsewhere(Reason reason) {
    return switch (reason) {
      case BILLER_UNREACHABLE, PRODUCT_CLOSED, CUT_OFF, FORBIDDEN -> true;
      case MALFORMED, PRODUCT_UNKNOWN, NUMBER_WRONG, NUMBER_LENGTH, NUMBER_BLOCKED -> false;
      case NO_BILL, ALREADY_PAID, AT_COUNTER_ONLY, AMOUNT_INVALID, AMOUNT_NOT_ROUND -> false;
      case FUNDS, LIMIT, REFERENCE_USED, NOT_FOUND, EXPIRED, BILLER_REFUSED, BUSY -> false;
    };
  }

  private Inquiring ask(Asked asked, Offer offer, Offer.Route route) {
    var upstream = Objects.requireNonNull(upstreams.get(route.upstream()));
    var now = now();
    var question =
        new Question(
            route.product(),
            offer.family(),
            asked.customer(),
            references.next(now),
            asked.amount(),
            asked.year(),
            asked.months(),
            asked.test());
    return switch (upstream.biller().inquire(question)) {
      case Found.NoBill(Reason reason, _) -> new Inquiring.Refused(reason);
      case Found.Billed billed -> keep(asked, offer, route, question, billed, now);
    };
  }

  private Inquiring keep(
      Asked asked,
      Offer offer,
      Offer.Route route,
      Question question,
      Found.Billed billed,
      Instant now) {
    var bill = billed.bill();
    if (asked.amount() != null && !asked.amount().equals(bill.amount())) {
      return new Inquiring.Refused(Reason.AMOUNT_INVALID);
    }
    var price = offer.price(bill.amount(), bill.sheets());
    if (price.price().compareTo(price.cashback()) <= 0) {
      return new Inquiring.Refused(Reason.AMOUNT_INVALID);
    }
    var quote =
        new Quote(
            asked.product(),
            asked.customer(),
            bill,
            route.upstream(),
            route.product(),
            question.reference(),
            price.admin(),
            price.sellingPrice(),
            price.price(),
            price.baseCommission(),
            price.cashback(),
            billed.cost(),
            billed.number(),
            billed.period(),
            asked.months());
    var inquiry = new Inquiry(asked.id(), quote, References.dayOf(now), asked.test());
    var standing = store.keep(inquiry);
    return asked.isAbout(standing)
        ? new Inquiring.Quoted(standing)
        : new Inquiring.Refused(Reason.REFERENCE_USED);
  }

  /// The inquiry with a biller that takes its payment now: the one that found the bill, or else the
  /// next that finds the same; empty if nobody does.
  Optional<Inquiry> admitted(Asked asked, Inquiry inquiry) {
    var found = inquiry.quote().upstream();
    var routes = offered(asked);
    boolean open =
        routes.stream()
            .filter(route -> route.upstream().equals(found))
            .allMatch(route -> route.isOpenAt(inJakarta()));
    if (open && admits(inquiry, found)) {
      return Optional.of(inquiry);
    }
    return routes(asked).stream()
        .filter(route -> !route.upstream().equals(found))
        .flatMap(route -> quoteElsewhere(asked, inquiry, route).stream())
        .findFirst()
        .map(quote -> new Inquiry(inquiry.id(), quote, inquiry.day(), inquiry.test()));
  }

  /// Test calls put nothing in flight.
  private boolean admits(Inquiry inquiry, String name) {
    var upstream = upstreams.get(name);
    return upstream != null
        && (inquiry.test() || upstream.biller().admits(inquiry.quote().price()));
  }

  /// Who might serve the product for this partner now, in the order of preference.
  List<Offer.Route> routes(Asked asked) {
    return offered(asked).stream()
        .filter(route -> whyClosed(route, asked.test()).isEmpty())
        .toList();
  }

  private List<Offer.Route> offered(Asked asked) {
    return catalog.findOffer(asked.product(), asked.partner().id()).stream()
        .filter(offer -> offer.open() && !isClosedNow(offer))
        .flatMap(offer -> offer.routes().stream())
        .toList();
  }

  /// The same bill at another biller, at the price that the partner was quoted; empty if that
  /// biller does not find it, finds another, or takes more than it earns.
  Optional<Quote> quoteElsewhere(Asked asked, Inquiry inquiry, Offer.Route route) {
    var quote = inquiry.quote();
    var upstream = upstreams.get(route.upstream());
    if (upstream == null || !admits(inquiry, route.upstream())) {
      return Optional.empty();
    }
    var reference = references.next(now());
    var question =
        new Question(
            route.product(),
            quote.bill().family(),
            quote.customer(),
            reference,
            asked.amount(),
            asked.year(),
            quote.months(),
            inquiry.test());
    return upstream.biller().inquire(question) instanceof Found.Billed billed
            && isSame(quote, billed)
        ? Optional.of(
            quote.boughtAt(
                route.upstream(), route.product(), reference, billed.cost(), billed.number()))
        : Optional.empty();
  }

  private static boolean isSame(Quote quote, Found.Billed billed) {
    var bill = billed.bill();
    return bill.family() == quote.bill().family()
        && bill.amount().equals(quote.bill().amount())
        && bill.sheets() == quote.bill().sheets()
        && billed.cost().compareTo(quote.price().minus(quote.cashback())) <= 0;
  }

  boolean isClosedNow(Offer offer) {
    return offer.isClosedAt(inJakarta());
  }

  private LocalTime inJakarta() {
    return LocalTime.ofInstant(now(), References.JAKARTA);
  }

  private Instant now() {
    return clock.instant();
  }
}
