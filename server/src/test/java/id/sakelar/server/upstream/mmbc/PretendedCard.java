package id.sakelar.server.upstream.mmbc;

import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Family;
import id.sakelar.server.payment.Bill;
import id.sakelar.server.payment.Biller.Order;
import id.sakelar.server.payment.Biller.Question;
import id.sakelar.server.payment.Quote;
import id.sakelar.wire.mmbc.Card;
import id.sakelar.wire.mmbc.CardBill;
import id.sakelar.wire.mmbc.CardReceipt;
import id.sakelar.wire.mmbc.Login;
import id.sakelar.wire.mmbc.Mmbc;
import id.sakelar.wire.mmbc.Refusal;
import id.sakelar.wire.mmbc.Reply;
import id.sakelar.wire.mmbc.Sentence;
import id.sakelar.wire.mmbc.Status;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A credit card to which Rp100.000 are paid by a pretended biller, who takes Rp103.000 from us:
/// how it is asked for and ordered, and what the biller might say.
final class PretendedCard {
  static final Login LOGIN = new Login("sakelar", "kata-sandi-rahasia");
  static final String PATH = "/json/kartukredit/{question}";
  static final String BANK = "8";
  static final String NUMBER = "4137700000000011";
  static final String INVOICE = "999999999999";
  static final String BANKS_REFERENCE = "953231139122062";
  static final String REFERENCE = "S261120ABCDEFGHIJKLM";
  static final Rupiah AMOUNT = Rupiah.of(100_000);
  static final Rupiah COST = Rupiah.of(103_000);
  static final Card CARD = new Card("Bank Mandiri", BANK, "PEMEGANG SATU", NUMBER);
  static final Bill BILL = new Bill.CreditCard("PEMEGANG SATU", 1, AMOUNT, "Bank Mandiri");

  static final Question QUESTION = question(BANK, NUMBER, AMOUNT);

  /// An order that the biller has called by an invoice.
  static final Order ORDER = order(INVOICE, false);

  private PretendedCard() {}

  static Question question(String bank, String number, @Nullable Rupiah amount) {
    return new Question(bank, Family.CREDIT_CARD, number, REFERENCE, amount, null, null, false);
  }

  static Order order(@Nullable String invoice, boolean test) {
    return new Order(
        quote(BANK, NUMBER, BILL), Instant.parse("2026-11-20T03:00:00Z"), invoice, test);
  }

  static Quote quote(String bank, String number, Bill bill) {
    return new Quote(
        "kartu-mandiri",
        number,
        bill,
        "mmbc",
        bank,
        REFERENCE,
        Rupiah.of(5_000),
        Rupiah.of(105_000),
        Rupiah.of(104_000),
        null,
        Rupiah.ZERO,
        COST,
        null);
  }

  static String bill(Card card, Rupiah amount, Rupiah debet) {
    return Mmbc.INQUIRY_ACC.answer().write(Reply.ok(new CardBill(card, amount, debet))).text();
  }

  static CardReceipt receipt(Status status) {
    return receipt(status, CARD, AMOUNT, COST);
  }

  static CardReceipt receipt(Status status, Card card, Rupiah amount, Rupiah debet) {
    return receipt(status, INVOICE, BANKS_REFERENCE, card, amount, debet);
  }

  static CardReceipt receipt(
      Status status,
      String invoice,
      String banksReference,
      Card card,
      Rupiah amount,
      Rupiah debet) {
    return new CardReceipt(
        Optional.empty(),
        LocalDateTime.parse("2026-11-20T10:00:00"),
        invoice,
        card,
        amount,
        banksReference,
        debet,
        status,
        Optional.empty());
  }

  static String says(CardReceipt receipt) {
    return Mmbc.TRANSFER_ACC.answer().write(Reply.ok(receipt)).text();
  }

  static String refuses(Sentence sentence) {
    return refuses(new Refusal.Bare(sentence.about(LOGIN.username())));
  }

  static String refuses(Refusal refusal) {
    return Mmbc.TRANSFER_ACC.answer().write(Reply.no(refusal)).text();
  }
}
