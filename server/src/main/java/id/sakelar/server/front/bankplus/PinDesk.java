package id.sakelar.server.front.bankplus;

import id.sakelar.server.partner.Pins;
import id.sakelar.server.partner.Pins.Finding;
import id.sakelar.server.partner.Secret;
import id.sakelar.wire.bankplus.Sentence;
import java.util.Optional;

/// Asks agents and customers for their PINs. Thread-safe.
record PinDesk(Pins pins) {
  /// What is wrong with the PIN of the agent who asks, if anything is.
  Optional<Sentence> findFault(Visit visit, String pin) {
    return switch (ofAgent(visit, pin)) {
      case RIGHT -> Optional.empty();
      case WRONG -> Optional.of(Sentence.PIN);
      case BLOCKED -> Optional.of(Sentence.PIN_BLOCKED);
      case NONE -> Optional.of(Sentence.NO_PIN);
    };
  }

  Finding ofAgent(Visit visit, String pin) {
    return pins.check(Pins.ofAgent(visit.username()), new Secret(pin));
  }

  void setOfAgent(Visit visit, String pin) {
    pins.set(Pins.ofAgent(visit.username()), new Secret(pin));
  }

  /// What is wrong with the PIN of the customer who has an account, if anything is.
  Optional<Sentence> findFaultOfCustomer(String account, String pin) {
    return switch (pins.check(Pins.ofAccount(account), new Secret(pin))) {
      case RIGHT -> Optional.empty();
      case WRONG -> Optional.of(Sentence.CUSTOMER_PIN);
      case BLOCKED, NONE -> Optional.of(Sentence.CUSTOMER_PIN_BLOCKED);
    };
  }

  void setOfCustomer(String account, String pin) {
    pins.set(Pins.ofAccount(account), new Secret(pin));
  }

  /// As stored, for an account that is being opened.
  String verifier(String account, String pin) {
    return pins.verifier(Pins.ofAccount(account), new Secret(pin));
  }
}
