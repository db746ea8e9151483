package id.sakelar.server.upstream.iak;

import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Family;
import id.sakelar.server.payment.Bill;
import id.sakelar.server.payment.Bill.Exchange;
import id.sakelar.server.payment.Bill.Mobile;
import id.sakelar.server.payment.Bill.Mobile.MobileMonth;
import id.sakelar.server.payment.Biller.Order;
import id.sakelar.server.payment.Biller.Question;
import id.sakelar.server.payment.Quote;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.iak.Account;
import id.sakelar.wire.iak.Answer;
import id.sakelar.wire.iak.Booking;
import id.sakelar.wire.iak.Echo;
import id.sakelar.wire.iak.Format;
import id.sakelar.wire.iak.Iak;
import id.sakelar.wire.iak.Owed;
import id.sakelar.wire.iak.Reply;
import id.sakelar.wire.iak.ResponseCode;
import id.sakelar.wire.iak.Status;
import id.sakelar.wire.iak.Verdict;
import id.sakelar.wire.iak.desc.Phone;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One bill over Rp10.000 of a pretended biller, who adds Rp2.500 and takes Rp11.000 from us: how
/// it is asked for and ordered, and what the biller might say.
record Pretence(Format format) {
  static final Account ACCOUNT = new Account("081200000001", "kunci-rahasia");
  static final String PRODUCT = "HPTHREE";
  static final String CUSTOMER = "08991234501";
  static final String REFERENCE = "S261120ABCDEFGHIJKLM";
  static final String HOLDER = "Nama Pelanggan";
  static final long NUMBER = 9_732_789;
  static final Rupiah AMOUNT = Rupiah.of(10_000);
  static final Rupiah ADMIN = Rupiah.of(2_500);
  static final Rupiah COST = Rupiah.of(11_000);

  static final Question QUESTION =
      new Question(PRODUCT, Family.MOBILE, CUSTOMER, REFERENCE, null, null, null, false);

  static final Bill BILL =
      new Mobile(
          HOLDER,
          1,
          AMOUNT,
          List.of(new MobileMonth("201808", AMOUNT)),
          new Exchange("0751", "01", "0006"));

  static final Phone DESC =
      new Phone(
          Phone.Line.MOBILE,
          Optional.of("0751"),
          Optional.of("01"),
          Optional.of("0006"),
          1,
          List.of(
              new Phone.Sheet(
                  "201808", Optional.of(AMOUNT), Optional.of(ADMIN), Optional.empty())));

  static final Order ORDER = order(BILL, CUSTOMER, Long.toString(NUMBER), false);

  static Order order(Bill bill, String customer, @Nullable String number, boolean test) {
    var quote =
        new Quote(
            "hp-three",
            customer,
            bill,
            "iak",
            PRODUCT,
            REFERENCE,
            Rupiah.of(3_000),
            Rupiah.of(13_000),
            Rupiah.of(12_000),
            null,
            Rupiah.ZERO,
            COST,
            number);
    return new Order(quote, Instant.parse("2026-11-20T03:00:00Z"), number, test);
  }

  static Echo echo() {
    return new Echo(NUMBER, PRODUCT, CUSTOMER, REFERENCE);
  }

  static Owed owed() {
    return owed(AMOUNT, ADMIN, AMOUNT.plus(ADMIN), COST, DESC.spelled());
  }

  static Owed owed(Rupiah nominal, Rupiah admin, Rupiah price, Rupiah cost, Members desc) {
    return new Owed(HOLDER, "201808", nominal, admin, price, cost, desc);
  }

  /// What a payment or a status answer of `code` books.
  static Booking booking(@Nullable Status status) {
    return new Booking(
        Optional.empty(), Optional.ofNullable(status), Optional.empty(), Optional.of("NOREF1"));
  }

  String says(Echo echo, Owed owed, Verdict verdict, Booking booking) {
    return write(Reply.answered(new Answer(echo, owed, verdict, booking)));
  }

  /// An answer that tells the whole order.
  String says(ResponseCode code, @Nullable Status status) {
    return says(echo(), owed(), Verdict.of(code), booking(status));
  }

  /// A refusal that tells nothing of what it refuses.
  String saysBare(ResponseCode code) {
    return write(Reply.Refused.of(code));
  }

  private String write(Reply<Answer> reply) {
    return Iak.in(format).bill().answer().write(reply).text();
  }
}
