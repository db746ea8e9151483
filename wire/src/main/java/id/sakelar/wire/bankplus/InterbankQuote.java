package id.sakelar.wire.bankplus;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Masked;
import java.time.Instant;

/// Where money would go at another bank, and what that costs. Prints the account masked and no
/// name. Immutable.
///
/// @param transactionId to be paid under
/// @param bankCode the bank's three digits
public record InterbankQuote(
    String transactionId,
    Rupiah adminFee,
    String bankCode,
    Instant dateTime,
    String bankName,
    String accountNumber,
    String accountName) {
  static InterbankQuote read(Fields from) throws Garbled {
    return new InterbankQuote(
        from.text("transaction_id"),
        from.amount("admin_fee"),
        from.text("bank_code"),
        Spelling.moment(from, "date_time"),
        from.text("bank_name"),
        from.text("account_number"),
        from.text("account_name"));
  }

  Draft spelled() {
    return new Draft()
        .text("transaction_id", transactionId)
        .amount("admin_fee", adminFee)
        .text("bank_code", bankCode)
        .text("date_time", Spelling.moment(dateTime))
        .text("bank_name", bankName)
        .text("account_number", accountNumber)
        .text("account_name", accountName);
  }

  @Override
  public String toString() {
    return "InterbankQuote[" + bankCode + ", " + Masked.lastFour(accountNumber) + "]";
  }
}
