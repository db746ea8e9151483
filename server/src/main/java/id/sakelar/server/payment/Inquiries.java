package id.sakelar.server.payment;

import id.sakelar.server.catalog.Catalog;
import id.sakelar.server.catalog.Offer;
import id.sakelar.server.payment.Biller.Found;
import id.sakelar.server.payment.Biller.Question;
import id.sakelar.server.payment.Payments.Inquiring;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.Map;

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
    var upstream = upstreams.get(offer.route().upstream());
    if (!offer.open() || upstream == null) {
      return new Inquiring.Refused(Reason.PRODUCT_CLOSED);
    }
    if (isClosedNow(offer)) {
      return new Inquiring.Refused(Reason.CUT_OFF);
    }
    if (asked.test() && !upstream.takesTests()) {
      return new Inquiring.Refused(Reason.FORBIDDEN);
    }
    var now = now();
    var question =
        new Question(
            offer.route().product(),
            offer.family(),
            asked.customer(),
            references.next(now),
            asked.amount(),
            asked.year(),
            asked.months(),
            asked.test());
    return switch (upstream.biller().inquire(question)) {
      case Found.NoBill(Reason reason) -> new Inquiring.Refused(reason);
      case Found.Billed billed -> keep(asked, offer, question, billed, now);
    };
  }

  private Inquiring keep(
      Asked asked, Offer offer, Question question, Found.Billed billed, Instant now) {
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
            offer.route().upstream(),
            offer.route().product(),
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

  boolean isClosedNow(Offer offer) {
    return offer.isClosedAt(LocalTime.ofInstant(now(), References.JAKARTA));
  }

  private Instant now() {
    return clock.instant();
  }
}
