package id.sakelar.wire.bankplus;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Masked;
import java.time.Instant;
import java.util.List;

/// The newest movements of an account, the newest first; an extension. Prints the account masked
/// and nothing else. Immutable.
///
/// @param accountBalance whole rupiah
/// @param bankCode the bank's short name, `BNI`
public record Statement(
    String accountNumber,
    String accountName,
    Rupiah accountBalance,
    String bankCode,
    Instant dateTime,
    List<Line> transactions) {
  public Statement {
    transactions = List.copyOf(transactions);
  }

  /// One movement.
  ///
  /// @param referenceNumber as a trace code, see [Refusal.OfBank]
  /// @param isCredit whether money came in, spelled `K`; else `D`
  /// @param amount what came in or went out, fee included
  public record Line(
      Instant dateTime, String referenceNumber, String narration, boolean isCredit, Rupiah amount) {
    private static Line read(Fields from) throws Garbled {
      return new Line(
          Spelling.moment(from, "date_time"),
          from.text("referenceNumber"),
          from.text("narration"),
          isCredit(from.text("type")),
          from.amount("amount"));
    }

    private static boolean isCredit(String type) throws Garbled {
      return switch (type) {
        case "K" -> true;
        case "D" -> false;
        default -> throw Garbled.field("type", "is neither K nor D");
      };
    }

    private Draft spelled() {
      return new Draft()
          .text("date_time", Spelling.moment(dateTime))
          .text("referenceNumber", referenceNumber)
          .text("narration", narration)
          .text("type", isCredit ? "K" : "D")
          .amount("amount", amount);
    }

    @Override
    public String toString() {
      return "Line[" + amount + "]";
    }
  }

  static Statement read(Fields from) throws Garbled {
    return new Statement(
        from.text("account_number"),
        from.text("account_name"),
        from.balance("account_balance"),
        from.text("bank_code"),
        Spelling.moment(from, "date_time"),
        from.rows("transactions", Line::read));
  }

  Draft spelled() {
    return new Draft()
        .text("account_currency", Account.CURRENCY)
        .text("account_number", accountNumber)
        .text("account_name", accountName)
        .balance("account_balance", accountBalance)
        .text("bank_code", bankCode)
        .text("date_time", Spelling.moment(dateTime))
        .rows("transactions", transactions, Line::spelled);
  }

  @Override
  public String toString() {
    return "Statement[" + Masked.lastFour(accountNumber) + "]";
  }
}
