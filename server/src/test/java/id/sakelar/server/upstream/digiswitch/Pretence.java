package id.sakelar.server.upstream.digiswitch;

import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Family;
import id.sakelar.server.payment.Bill.Mobile;
import id.sakelar.server.payment.Biller.Order;
import id.sakelar.server.payment.Biller.Question;
import id.sakelar.server.payment.Quote;
import id.sakelar.wire.digiswitch.Account;
import id.sakelar.wire.digiswitch.Answer;
import id.sakelar.wire.digiswitch.Bill;
import id.sakelar.wire.digiswitch.Digiswitch;
import id.sakelar.wire.digiswitch.Echo;
import id.sakelar.wire.digiswitch.Reply;
import id.sakelar.wire.digiswitch.ResponseCode;
import id.sakelar.wire.digiswitch.Spelling;
import id.sakelar.wire.digiswitch.Verdict;
import id.sakelar.wire.digiswitch.desc.Hp;
import java.time.Instant;
import java.util.Optional;

/// One bill over Rp10.000 of a pretended biller, who adds Rp2.500 and takes Rp11.000 from us: how
/// it is asked for and ordered, and what the biller might say.
record Pretence(Spelling spelling) {
  static final Account ACCOUNT = new Account("sakelar", "kunci-rahasia");
  static final String CUSTOMER = "081234554320";
  static final String REFERENCE = "S261120ABCDEFGHIJKLM";
  static final Rupiah COST = Rupiah.of(11_000);

  static final Question QUESTION =
      new Question("hp", Family.MOBILE, CUSTOMER, REFERENCE, null, null, null, false);

  static final Order ORDER = order(false);

  static Order order(boolean test) {
    var quote =
        new Quote(
            "halo",
            CUSTOMER,
            new Mobile("Nama Pelanggan", 1, Rupiah.of(10_000)),
            "digi",
            "hp",
            REFERENCE,
            Rupiah.of(3_000),
            Rupiah.of(13_000),
            Rupiah.of(12_000),
            null,
            Rupiah.ZERO,
            COST,
            null);
    return new Order(quote, Instant.parse("2026-11-20T03:00:00Z"), null, test);
  }

  static Echo echo() {
    return new Echo(REFERENCE, CUSTOMER, "hp");
  }

  static Verdict verdict(String rc, String status) {
    return new Verdict("pesan", status, rc);
  }

  static Verdict verdict(ResponseCode code) {
    return Verdict.of(code);
  }

  Bill bill(Rupiah price) {
    return Bill.of(
        "Nama Pelanggan",
        Rupiah.of(2_500),
        Rupiah.of(500_000),
        price,
        Rupiah.of(12_500),
        new Hp(1).spelled(spelling));
  }

  /// An answer that shows the bill, whatever its verdict.
  String says(Echo echo, Verdict verdict) {
    return says(echo, verdict, bill(COST));
  }

  String says(Echo echo, Verdict verdict, Bill bill) {
    return write(Reply.answered(new Answer(echo, verdict, Optional.of("SN1"), bill)));
  }

  /// A refusal that tells nothing of what it refuses.
  String saysBare(ResponseCode code) {
    return write(Reply.Refused.of(code));
  }

  private String write(Reply<Answer> reply) {
    return Digiswitch.in(spelling).transaction().answer().write(reply).text();
  }
}
