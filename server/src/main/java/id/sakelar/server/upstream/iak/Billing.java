package id.sakelar.server.upstream.iak;

import id.sakelar.server.payment.Biller.Found.Billed;
import id.sakelar.server.payment.Biller.Question;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.iak.Answer;
import id.sakelar.wire.iak.Owed;

/// Reads what an inquiry tells about a bill and its price.
final class Billing {
  private Billing() {}

  /// The bill, what the biller will take for it, and the number it wants to hear when it is paid.
  ///
  /// The biller's own fee stays out: what it wants is the bill without that fee, and what we add is
  /// for our catalogue to say. That the details add up is not asked for.
  ///
  /// @throws Garbled if anything of it is missing or does not add up, or it is a bill over nothing
  static Billed read(Question question, Answer answer) throws Garbled {
    var owed = answer.owed();
    check(owed);
    var desc = Families.read(question.family(), owed.desc());
    var bill = Translation.of(question, owed).bill(desc);
    if (bill.sheets() < 1) {
      throw Garbled.field("desc", "has not at least 1 sheet");
    }
    return new Billed(
        bill, owed.sellingPrice(), Long.toString(answer.echo().trId()), owed.period());
  }

  /// Two published samples have a selling price below zero: nobody pays us for paying.
  private static void check(Owed owed) throws Garbled {
    if (!owed.nominal().isPositive()) {
      throw Garbled.field("nominal", "is not above 0");
    }
    if (!owed.price().equals(owed.nominal().plus(owed.admin()))) {
      throw Garbled.field("price", "is not nominal and admin");
    }
    if (!owed.sellingPrice().isPositive()) {
      throw Garbled.field("selling_price", "is not above 0");
    }
  }
}
