package id.sakelar.wire.iak;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Masked;
import java.util.Optional;

/// Asks what is owed. Prints without the signature and the identity number, and with the customer
/// number masked. Immutable.
///
/// @param code the product: 1 to 40 letters, digits, dots, lines and strokes
/// @param hp the customer's number, or the payment code of a vehicle tax: 1 to 32 letters and
///   digits
/// @param refId the caller's own name for the transaction, see [Signature#isReference]
/// @param month how many months of health or employment insurance to pay, 1 to 99
/// @param year of a property tax, four digits
/// @param nomorIdentitas the owner's identity number for a vehicle tax, 1 to 32 letters and digits
/// @param amount how much to pay where the customer chooses; on the wire inside `desc`
public record Inquiry(
    String username,
    String code,
    String hp,
    String refId,
    String sign,
    Optional<Integer> month,
    Optional<Integer> year,
    Optional<String> nomorIdentitas,
    Optional<Rupiah> amount)
    implements Question {
  private static final int MOST_MONTHS = 99;
  private static final int FIRST_YEAR = 1000;
  private static final int LAST_YEAR = 9999;

  public Inquiry {
    if (!Signature.isReference(refId)) {
      throw new IllegalArgumentException(
          "a reference is 1 to 64 letters, digits and ._-, and no reserved word");
    }
  }

  /// An inquiry signed with the key of `account`.
  public static Inquiry by(Account account, String code, String hp, String refId) {
    return new Inquiry(
        account.username(),
        code,
        hp,
        refId,
        Signature.of(account, refId),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public Inquiry withMonth(int months) {
    return new Inquiry(
        username, code, hp, refId, sign, Optional.of(months), year, nomorIdentitas, amount);
  }

  public Inquiry withYear(int taxYear) {
    return new Inquiry(
        username, code, hp, refId, sign, month, Optional.of(taxYear), nomorIdentitas, amount);
  }

  public Inquiry withNomorIdentitas(String identity) {
    return new Inquiry(username, code, hp, refId, sign, month, year, Optional.of(identity), amount);
  }

  public Inquiry withAmount(Rupiah wanted) {
    return new Inquiry(
        username, code, hp, refId, sign, month, year, nomorIdentitas, Optional.of(wanted));
  }

  @Override
  public Command command() {
    return Command.INQUIRY;
  }

  @Override
  public String signedText() {
    return refId;
  }

  static Inquiry read(Fields from) throws Garbled {
    return new Inquiry(
        Form.required(from, "username"),
        Form.PRODUCT.read(from, "code"),
        Form.NUMBER.read(from, "hp"),
        reference(from),
        Form.required(from, "sign"),
        number(from, "month", 1, MOST_MONTHS),
        number(from, "year", FIRST_YEAR, LAST_YEAR),
        from.has("nomor_identitas")
            ? Optional.of(Form.NUMBER.read(from, "nomor_identitas"))
            : Optional.empty(),
        from.has("desc") ? from.group("desc").findAmount("amount") : Optional.empty());
  }

  private static String reference(Fields from) throws Garbled {
    String refId = Form.required(from, "ref_id");
    if (!Signature.isReference(refId)) {
      throw Garbled.field("ref_id", "is no reference");
    }
    return refId;
  }

  private static Optional<Integer> number(Fields from, String name, int least, int most)
      throws Garbled {
    Optional<Integer> number = from.findCount(name);
    if (number.isPresent() && (number.get() < least || number.get() > most)) {
      throw Garbled.field(name, "is not from " + least + " to " + most);
    }
    return number;
  }

  @Override
  public Members spelled() {
    var to =
        Question.begun(this)
            .text("code", code)
            .text("hp", hp)
            .text("ref_id", refId)
            .text("sign", sign)
            .count("month", month)
            .count("year", year)
            .text("nomor_identitas", nomorIdentitas);
    amount.ifPresent(it -> to.json("desc", new Draft().amount("amount", it).members()));
    return to.members();
  }

  @Override
  public String toString() {
    return "Inquiry[" + String.join(", ", username, code, Masked.lastFour(hp), refId) + "]";
  }
}
