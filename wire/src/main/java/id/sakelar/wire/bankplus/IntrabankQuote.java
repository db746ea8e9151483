package id.sakelar.wire.bankplus;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Masked;
import java.time.Instant;

/// Where money would go within our bank, and what that costs. Prints the account masked and no
/// name. Immutable.
///
/// @param bankCode the bank's short name, `BNI`
public record IntrabankQuote(
    Rupiah adminFee, String bankCode, Instant dateTime, String accountNumber, String accountName) {
  static IntrabankQuote read(Fields from) throws Garbled {
    return new IntrabankQuote(
        from.amount("admin_fee"),
        from.text("bank_code"),
        Spelling.moment(from, "date_time"),
        from.text("account_number"),
        from.text("account_name"));
  }

  Draft spelled() {
    return new Draft()
        .text("account_currency", Account.CURRENCY)
        .amount("admin_fee", adminFee)
        .text("bank_code", bankCode)
        .text("date_time", Spelling.moment(dateTime))
        .text("account_number", accountNumber)
        .text("account_name", accountName);
  }

  @Override
  public String toString() {
    return "IntrabankQuote[" + Masked.lastFour(accountNumber) + ", " + adminFee + "]";
  }
}
