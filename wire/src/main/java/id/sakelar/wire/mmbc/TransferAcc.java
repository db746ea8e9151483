package id.sakelar.wire.mmbc;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Masked;
import java.util.Optional;

/// Pays a credit card bill. The published question names no payment: asked twice it may pay twice,
/// unless the other side takes `ref_id`. Prints the card masked. Immutable.
///
/// @param ccCode see [Shape#CC_CODE]
/// @param ccAccountnumber see [Shape#CARD]
/// @param amount positive whole rupiah of at most 13 digits
/// @param direct whether not to wait for the bank's reference, which [StatusTransfer] then tells;
///   the word is the document's, where 0 waits and 1 does not
/// @param refId the caller's own name for it, see [Shape#REF_ID]; an extension
/// @param receipt whether the answer is to have a note for the customer's receipt; an extension
public record TransferAcc(
    Login login,
    String ccCode,
    String ccAccountnumber,
    Rupiah amount,
    boolean direct,
    Optional<String> refId,
    boolean receipt)
    implements Question {
  public TransferAcc {
    Shape.CC_CODE.check("cc_code", ccCode);
    Shape.CARD.check("cc_accountnumber", ccAccountnumber);
    refId.ifPresent(it -> Shape.REF_ID.check("ref_id", it));
  }

  /// The published question and nothing more.
  public static TransferAcc of(Login login, String ccCode, String ccAccountnumber, Rupiah amount) {
    return new TransferAcc(login, ccCode, ccAccountnumber, amount, false, Optional.empty(), false);
  }

  public TransferAcc withRefId(String name) {
    return new TransferAcc(
        login, ccCode, ccAccountnumber, amount, direct, Optional.of(name), receipt);
  }

  static TransferAcc read(Fields from) throws Garbled {
    return new TransferAcc(
        Login.read(from),
        Shape.CC_CODE.read(from, "cc_code"),
        Shape.CARD.read(from, "cc_accountnumber"),
        Asked.amount(from),
        Asked.isOn(from, "direct"),
        Asked.findRefId(from),
        Asked.isOn(from, "receipt"));
  }

  Members spelled() {
    Draft to =
        login
            .draft()
            .text("cc_code", ccCode)
            .text("cc_accountnumber", ccAccountnumber)
            .amountText("amount", amount);
    if (direct) {
      to.text("direct", "1");
    }
    to.text("ref_id", refId);
    if (receipt) {
      to.text("receipt", "1");
    }
    return to.members();
  }

  @Override
  public String toString() {
    return "TransferAcc["
        + String.join(
            ", ",
            login.username(),
            ccCode,
            Masked.lastFour(ccAccountnumber),
            amount.toString(),
            refId.orElse(""))
        + "]";
  }
}
