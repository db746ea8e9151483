package id.sakelar.wire.iak;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Codec;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Limits;
import id.sakelar.wire.Masked;

/// What the biller tells by itself when a payment is final, in the shape that is published for
/// prepaid products; for bills none is.
///
/// Its signature covers the reference and nothing else, and is the one that an inquiry under this
/// reference carries: it says who speaks, not that what is said is true. Prints the customer number
/// masked. Immutable.
///
/// @param refId the reference of the inquiry
/// @param code the product
/// @param hp the customer's number
/// @param price what the deposit paid
/// @param sn the biller's reference; perhaps empty
/// @param rc how it stands
public record Callback(
    String refId,
    Status status,
    String code,
    String hp,
    Rupiah price,
    String message,
    String sn,
    long trId,
    String rc,
    String sign) {
  /// Reads and writes it; JSON whatever format is asked in.
  public static final Codec<Callback> CODEC =
      Codec.json(Limits.QUESTION, Callback::read, Callback::spelled);

  public Callback {
    TransactionNumber.checked(trId);
  }

  /// A callback of a biller that knows us as `account`.
  ///
  /// @throws IllegalArgumentException if the echo's reference is none that can be signed
  public static Callback by(
      Account account, Echo echo, Status status, Verdict verdict, Rupiah price, String sn) {
    return new Callback(
        echo.refId(),
        status,
        echo.code(),
        echo.hp(),
        price,
        verdict.message(),
        sn,
        echo.trId(),
        verdict.responseCode(),
        Signature.of(account, echo.refId()));
  }

  /// Whether it knows the key of `account`. A reference that signs other questions is nobody's.
  public boolean isSignedBy(Account account) {
    boolean reference = Signature.isReference(refId);
    boolean signed = Signature.isOf(account, reference ? refId : Signature.STATUS, sign);
    return reference && signed;
  }

  private static Callback read(Fields body) throws Garbled {
    var from = body.group("data");
    return new Callback(
        from.text("ref_id"),
        Status.find(from).orElseThrow(() -> Garbled.field("status", "is missing")),
        from.text(from.either("product_code", "code")),
        from.text(from.either("customer_id", "hp")),
        from.amount("price"),
        from.text("message"),
        from.findText("sn").orElse(""),
        TransactionNumber.read(from),
        from.text("rc"),
        from.text("sign"));
  }

  private Members spelled() {
    var data =
        new Draft()
            .text("ref_id", refId)
            .count("status", status.number())
            .text("product_code", code)
            .text("customer_id", hp)
            .amount("price", price)
            .text("message", message)
            .text("sn", sn);
    TransactionNumber.write(data, trId).text("rc", rc).text("sign", sign);
    return new Draft().json("data", data.members()).members();
  }

  @Override
  public String toString() {
    return "Callback[" + refId + ", " + rc + ", " + Masked.lastFour(hp) + "]";
  }
}
