package id.sakelar.simulator.mmbc;

import id.sakelar.wire.mmbc.Sentence;

/// The biller's no.
final class Rejection extends Exception {
  private static final long serialVersionUID = 1L;

  private final Sentence sentence;

  Rejection(Sentence sentence) {
    super(sentence.name(), null, false, false);
    this.sentence = sentence;
  }

  Sentence sentence() {
    return sentence;
  }
}
