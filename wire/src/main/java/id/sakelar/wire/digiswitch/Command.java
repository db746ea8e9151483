package id.sakelar.wire.digiswitch;

import java.util.Arrays;
import java.util.Optional;

/// What a transaction is asked to do.
public enum Command {
  /// Tells what is owed. Moves no money.
  INQUIRY("inq-pasca"),

  /// Pays what the inquiry of the same reference told.
  PAYMENT("pay-pasca"),

  /// Tells how the payment of the same reference stands.
  STATUS("status-pasca"),

  /// No command at all: a prepaid product is bought, or asked after if the reference is known.
  TOP_UP("");

  private final String word;

  Command(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  static Optional<Command> of(String word) {
    return Arrays.stream(values()).filter(it -> it.word.equals(word)).findFirst();
  }
}
