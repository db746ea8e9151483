package id.sakelar.simulator.mmbc;

import id.sakelar.wire.mmbc.Sentence;

/// Whether the biller is willing to do what it could.
enum Will {
  /// It does business.
  SELLS,

  /// Its products are closed.
  CLOSED,

  /// It refuses this payment, whatever it is.
  REFUSES;

  void check() throws Rejection {
    switch (this) {
      case SELLS -> {}
      case CLOSED -> throw new Rejection(Sentence.CLOSED);
      case REFUSES -> throw new Rejection(Sentence.FAILED);
    }
  }
}
