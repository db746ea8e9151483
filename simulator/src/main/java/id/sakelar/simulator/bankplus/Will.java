package id.sakelar.simulator.bankplus;

import id.sakelar.wire.bankplus.SwitcherSentence;

/// Whether the bank serves.
enum Will {
  SERVES,
  /// It inquires, and moves nothing.
  REFUSES,
  /// It answers, and serves nobody.
  CLOSED;

  void check() throws Refusal {
    switch (this) {
      case SERVES -> {}
      case REFUSES -> throw new Refusal(SwitcherSentence.TRANSFER_FAILED);
      case CLOSED -> throw new Refusal(SwitcherSentence.DISTURBED);
    }
  }
}
