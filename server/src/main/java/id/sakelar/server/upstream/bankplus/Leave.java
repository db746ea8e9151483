package id.sakelar.server.upstream.bankplus;

import id.sakelar.server.banking.Denial;
import id.sakelar.wire.bankplus.SwitcherHolder;

/// What came of asking for leave to send money to an account. Immutable.
sealed interface Leave {
  /// The account, with a code to send money there.
  record Given(SwitcherHolder holder) implements Leave {}

  /// None.
  ///
  /// @param code as evidence is stored
  record Withheld(String code, Denial why) implements Leave {}
}
