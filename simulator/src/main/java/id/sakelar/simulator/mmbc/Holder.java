package id.sakelar.simulator.mmbc;

import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import java.util.Optional;

/// Whose a card is. Prints no name. Immutable.
///
/// @param reference the bank's reference of every payment, if it is the printed one
record Holder(String ccName, Fate fate, Optional<String> reference) {
  static Holder read(Fields from) throws Garbled {
    return new Holder(from.text("cc_name"), Fate.of(from.text("fate")), from.findText("reference"));
  }

  /// One for a card that is in no list: the same at every look.
  static Holder madeUp(String number) {
    String last = number.substring(number.length() - 4);
    return new Holder("PEMEGANG KARTU " + last, Fate.PAID, Optional.empty());
  }

  @Override
  public String toString() {
    return "Holder[" + fate + "]";
  }
}
