package id.sakelar.server.front.iak;

import id.sakelar.money.Rupiah;
import id.sakelar.server.front.PuppetBiller;
import id.sakelar.server.payment.Biller.Found;
import id.sakelar.server.payment.Evidence;
import id.sakelar.server.payment.Reason;
import id.sakelar.wire.iak.Inquiry;

/// What the biller does in a conversation: as the published test numbers say, by their last digit.
final class OtherPart {
  private static final Rupiah COST = Rupiah.of(9_900);

  private OtherPart() {}

  static void learn(PuppetBiller biller, Inquiry question) {
    var customer = customer(question);
    biller.owes(customer, () -> found(question));
    biller.ends(customer, () -> evidence(question));
  }

  private static String customer(Inquiry question) {
    return question.nomorIdentitas().map(it -> question.hp() + "," + it).orElse(question.hp());
  }

  private static Found found(Inquiry question) {
    boolean multifinance = question.code().equals("FNMEGA");
    if (multifinance && question.hp().endsWith("4")) {
      return new Found.NoBill(Reason.ALREADY_PAID);
    }
    if (multifinance && question.hp().endsWith("5")) {
      return new Found.NoBill(Reason.NUMBER_WRONG);
    }
    var bill = GoldenBills.of(question.code(), question.hp());
    return new Found.Billed(bill, COST, null, GoldenBills.period(question.code(), question.hp()));
  }

  private static Evidence evidence(Inquiry question) {
    if (question.code().equals("FNMEGA") && question.hp().endsWith("6")) {
      return new Evidence.Refused("07", Reason.BILLER_REFUSED);
    }
    if (question.code().equals("FNMEGA") && question.hp().endsWith("7")) {
      return new Evidence.InProcess("39");
    }
    var receipt = GoldenBills.receipt(question.code(), question.hp());
    return new Evidence.Success("00", "49911296", COST, receipt);
  }
}
