package id.sakelar.wire.mmbc;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Masked;
import java.util.Optional;

/// Asks whose card it is, and what paying `amount` to it takes. Prints the card masked. Immutable.
///
/// @param ccCode see [Shape#CC_CODE]
/// @param ccAccountnumber see [Shape#CARD]
/// @param amount positive whole rupiah of at most 13 digits; the API asks for Rp50.000 or more
/// @param refId the caller's own name for it, see [Shape#REF_ID]; an extension
public record InquiryAcc(
    Login login, String ccCode, String ccAccountnumber, Rupiah amount, Optional<String> refId)
    implements Question {
  public InquiryAcc {
    Shape.CC_CODE.check("cc_code", ccCode);
    Shape.CARD.check("cc_accountnumber", ccAccountnumber);
    refId.ifPresent(it -> Shape.REF_ID.check("ref_id", it));
  }

  static InquiryAcc read(Fields from) throws Garbled {
    return new InquiryAcc(
        Login.read(from),
        Shape.CC_CODE.read(from, "cc_code"),
        Shape.CARD.read(from, "cc_accountnumber"),
        Asked.amount(from),
        Asked.findRefId(from));
  }

  Members spelled() {
    return login
        .draft()
        .text("cc_code", ccCode)
        .text("cc_accountnumber", ccAccountnumber)
        .amountText("amount", amount)
        .text("ref_id", refId)
        .members();
  }

  @Override
  public String toString() {
    return "InquiryAcc["
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
