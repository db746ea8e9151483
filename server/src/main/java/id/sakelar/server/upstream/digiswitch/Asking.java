package id.sakelar.server.upstream.digiswitch;

import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Biller.Order;
import id.sakelar.server.payment.Biller.Question;
import id.sakelar.server.payment.Quote;
import id.sakelar.wire.digiswitch.Account;
import id.sakelar.wire.digiswitch.Command;
import id.sakelar.wire.digiswitch.Transaction;
import id.sakelar.wire.digiswitch.desc.Family;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Puts what we want to know into the dialect's words, signed by `account`. Immutable.
record Asking(Account account) {
  private static final Pattern YEAR = Pattern.compile("[1-9][0-9]{3}");

  /// Whether the amount of `question`, if it has one, is one the dialect can say.
  static boolean hasSpeakableAmount(Question question) {
    @Nullable Rupiah amount = question.amount();
    return amount == null || (amount.isWhole() && amount.isPositive());
  }

  /// Whether the year of `question`, if it has one, is one the dialect can say.
  static boolean hasSpeakableYear(Question question) {
    @Nullable String year = question.year();
    return year == null || YEAR.matcher(year).matches();
  }

  /// Asks for a bill. The amount goes along where the customer chooses it, the year with property
  /// tax; both have to be speakable.
  Transaction bill(Question question, Family family) {
    var plain =
        Transaction.by(
            account,
            Command.INQUIRY,
            question.product(),
            question.customer(),
            question.reference());
    var asked = question.test() ? plain.inTest() : plain;
    @Nullable Rupiah amount = question.amount();
    @Nullable String year = question.year();
    if ((family == Family.EMONEY || family == Family.KIRIMUANG) && amount != null) {
      return asked.withAmount(amount);
    }
    return family == Family.PBB && year != null ? asked.withYear(Integer.parseInt(year)) : asked;
  }

  /// Orders the payment.
  Transaction payment(Order order) {
    return about(order, Command.PAYMENT);
  }

  /// Asks how the payment stands. Never [Command#TOP_UP], which would buy what it does not find.
  Transaction status(Order order) {
    return about(order, Command.STATUS);
  }

  private Transaction about(Order order, Command command) {
    Quote quote = order.quote();
    var asked =
        Transaction.by(
            account, command, quote.upstreamProduct(), quote.customer(), quote.upstreamReference());
    return order.test() ? asked.inTest() : asked;
  }
}
