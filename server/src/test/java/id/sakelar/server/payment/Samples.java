package id.sakelar.server.payment;

import id.sakelar.money.Rupiah;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.partner.Partner.Limits;
import id.sakelar.server.payment.Payment.Ending;
import id.sakelar.server.payment.Payment.Trail;
import java.time.Instant;
import java.util.List;

/// Bills, inquiries and payments to test with.
public final class Samples {
  /// Noon in Jakarta.
  public static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");

  public static final String UPSTREAM = "paper";

  /// What leaves the deposit for the bill, and what the biller takes.
  public static final Rupiah PRICE = Rupiah.of(101_500);

  public static final Rupiah COST = Rupiah.of(100_700);

  private Samples() {}

  public static Partner partner(String id) {
    return partner(id, Limits.NONE);
  }

  public static Partner partner(String id, Limits limits) {
    return new Partner(id, "Warung Sri", true, List.of(), limits, null);
  }

  public static PaymentId id(String partner, String reference) {
    return new PaymentId(partner, "digiswitch", reference);
  }

  public static Bill bill() {
    return new Bill.Mobile("SRI", 1, Rupiah.of(100_000));
  }

  public static Quote quote(String upstreamReference, Rupiah price, Rupiah cost) {
    return quote(upstreamReference, price, cost, Rupiah.ZERO);
  }

  /// A quote of which the partner gets something back.
  public static Quote quote(String upstreamReference, Rupiah price, Rupiah cost, Rupiah cashback) {
    return new Quote(
        "halo",
        "0811000111",
        bill(),
        UPSTREAM,
        "HALO",
        upstreamReference,
        Rupiah.of(2_500),
        Rupiah.of(102_500),
        price,
        null,
        cashback,
        cost,
        null);
  }

  public static Inquiry inquiry(PaymentId id, Quote quote) {
    return new Inquiry(id, quote, References.dayOf(NOON), false);
  }

  /// An inquiry of its own reference at the biller.
  public static Inquiry inquiry(PaymentId id) {
    return inquiry(id, quote("S-" + id.partner() + "-" + id.reference(), PRICE, COST));
  }

  /// A payment of `warung-sri`, opened and sent at noon, that has come to `state`.
  static Payment payment(State state) {
    var ending =
        switch (state) {
          case HELD, SENDING, PENDING, UNKNOWN, REVIEW -> null;
          case SUCCEEDED -> new Ending("SN1", "00", null, NOON, null);
          case FAILED, REFUNDED -> new Ending("", "02", Reason.BILLER_REFUSED, NOON, null);
        };
    return new Payment(
        inquiry(id("warung-sri", "INV-1")),
        state,
        4,
        NOON,
        new Trail(1, NOON, 0, 0, null, null),
        ending,
        Rupiah.of(5_000));
  }
}
