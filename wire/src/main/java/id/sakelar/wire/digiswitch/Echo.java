package id.sakelar.wire.digiswitch;

import id.sakelar.wire.Alphabet;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Limits;
import id.sakelar.wire.Masked;
import id.sakelar.wire.Message;
import id.sakelar.wire.StrictJson;
import java.util.Optional;

/// What an answer repeats of its question, so that the caller knows which it is about. Prints the
/// customer number masked. Immutable.
public record Echo(String refId, String customerNo, String code) {
  private static final StrictJson JSON = new StrictJson(Limits.QUESTION);

  /// What can be repeated of a question that cannot be read: every field that is what it has to be;
  /// the others are empty.
  public static Echo of(Message question, Spelling spelling) {
    try {
      var from = new Fields(JSON.read(question));
      return new Echo(
          orEmpty(from, "ref_id", Alphabet.REFERENCE),
          orEmpty(from, "customer_no", Alphabet.CUSTOMER),
          orEmpty(
              from,
              from.has(spelling.product) ? spelling.product : spelling.other().product,
              Alphabet.REFERENCE));
    } catch (Garbled _) {
      return new Echo("", "", "");
    }
  }

  private static String orEmpty(Fields from, String name, Alphabet alphabet) {
    try {
      return from.word(name, alphabet);
    } catch (Garbled _) {
      return "";
    }
  }

  static boolean isIn(Fields from) {
    return from.has("ref_id")
        || from.has("customer_no")
        || from.has(Spelling.DIGISWITCH.product)
        || from.has(Spelling.DIGIFLAZZ.product);
  }

  static Echo read(Fields from, Spelling spelling) throws Garbled {
    return new Echo(
        from.text("ref_id"),
        from.text("customer_no"),
        from.text(from.either(spelling.product, spelling.other().product)));
  }

  void write(Draft to, Spelling spelling, Optional<String> name) {
    to.text("ref_id", refId)
        .text("customer_no", customerNo)
        .text(spelling.holder, name)
        .text(spelling.product, code);
  }

  @Override
  public String toString() {
    return "Echo[" + refId + ", " + Masked.lastFour(customerNo) + ", " + code + "]";
  }
}
