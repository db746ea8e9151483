package id.sakelar.wire.iak;

import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import java.util.Arrays;

/// What a question asks for. The words count as they are spelled, capitals included.
public enum Command {
  /// Tells what is owed. Moves no money.
  INQUIRY("inq-pasca"),

  /// Pays what an inquiry told.
  PAYMENT("pay-pasca"),

  /// Tells how the payment of an inquiry stands.
  STATUS("checkstatus"),

  /// Tells what can be paid.
  PRICE_LIST("pricelist-pasca");

  static final String NAME = "commands";

  private final String word;

  Command(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  static Command read(Fields from) throws Garbled {
    String word = Form.required(from, NAME);
    return Arrays.stream(values())
        .filter(it -> it.word.equals(word))
        .findFirst()
        .orElseThrow(() -> Garbled.field(NAME, "is no command"));
  }
}
