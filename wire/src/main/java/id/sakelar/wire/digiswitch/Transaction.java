package id.sakelar.wire.digiswitch;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Alphabet;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Masked;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Asks for a bill, its payment, or how its payment stands. Prints without the signature and with
/// the customer number masked. Immutable.
///
/// @param code the product
/// @param customerNo 1 to 64 characters of [Alphabet#CUSTOMER], as the caller wrote them
/// @param refId the caller's own name for the transaction, see [Signature#isReference]
/// @param testing whether nothing is to move
/// @param amount what an e-money inquiry wants to send
/// @param year of a property tax
public record Transaction(
    Command command,
    String username,
    String code,
    String customerNo,
    String refId,
    boolean testing,
    Optional<Rupiah> amount,
    Optional<Integer> year,
    String sign)
    implements Question {
  public Transaction {
    if (!Signature.isReference(refId)) {
      throw new IllegalArgumentException(
          "a reference is 1 to 64 letters, digits and ._:-, and no reserved word");
    }
  }

  /// A transaction signed with the key of `account`.
  public static Transaction by(
      Account account, Command command, String code, String customerNo, String refId) {
    return new Transaction(
        command,
        account.username(),
        code,
        customerNo,
        refId,
        false,
        Optional.empty(),
        Optional.empty(),
        Signature.of(account, refId));
  }

  public Transaction inTest() {
    return new Transaction(command, username, code, customerNo, refId, true, amount, year, sign);
  }

  public Transaction withAmount(Rupiah wanted) {
    return new Transaction(
        command, username, code, customerNo, refId, testing, Optional.of(wanted), year, sign);
  }

  public Transaction withYear(int taxYear) {
    return new Transaction(
        command, username, code, customerNo, refId, testing, amount, Optional.of(taxYear), sign);
  }

  /// What the answer has to repeat.
  public Echo echo() {
    return new Echo(refId, customerNo, code);
  }

  /// The customer number cut at its commas, without blanks around the parts: that of a vehicle tax
  /// is a payment code and an identity number, and the page writes it with a blank and without.
  public List<String> customerParts() {
    return Arrays.stream(customerNo.split(",", -1)).map(String::strip).toList();
  }

  @Override
  public List<String> signedTexts() {
    return List.of(refId);
  }

  static Transaction read(Fields from, Spelling spelling) throws Garbled {
    Spelling other = spelling.other();
    return new Transaction(
        command(from, from.either(spelling.command, other.command)),
        from.text("username"),
        from.word(from.either(spelling.product, other.product), Alphabet.REFERENCE),
        from.word("customer_no", Alphabet.CUSTOMER),
        reference(from),
        from.flag("testing"),
        from.findAmount("amount"),
        from.findCount("year"),
        from.text("sign"));
  }

  private static Command command(Fields from, String name) throws Garbled {
    return Command.of(from.findText(name).orElse(""))
        .orElseThrow(() -> Garbled.field(name, "is no command"));
  }

  private static String reference(Fields from) throws Garbled {
    String refId = from.text("ref_id");
    if (!Signature.isReference(refId)) {
      throw Garbled.field("ref_id", "is no reference");
    }
    return refId;
  }

  Members spelled(Spelling spelling) {
    var to = new Draft();
    if (command != Command.TOP_UP) {
      to.text(spelling.command, command.word());
    }
    to.text("username", username)
        .text(spelling.product, code)
        .text("customer_no", customerNo)
        .text("ref_id", refId)
        .amount("amount", amount)
        .count("year", year);
    if (testing) {
      to.flag("testing", true);
    }
    return to.text("sign", sign).members();
  }

  @Override
  public String toString() {
    return "Transaction["
        + String.join(", ", command.name(), username, code, Masked.lastFour(customerNo), refId)
        + "]";
  }
}
