package id.sakelar.server.upstream.mmbc;

import id.sakelar.server.payment.Evidence;
import id.sakelar.server.payment.Evidence.Ambiguous;
import id.sakelar.server.payment.Evidence.NotSent;
import id.sakelar.wire.mmbc.Sentence;
import id.sakelar.wire.mmbc.Status;

/// What we asked about a payment, on which it depends what the answer proves.
enum Errand {
  /// To make it.
  ORDER,
  /// How it stands.
  STATUS;

  Meaning meaning(Status status) {
    return switch (this) {
      case ORDER -> Meaning.ofOrder(status);
      case STATUS -> Meaning.ofStatus(status);
    };
  }

  Meaning meaning(Sentence sentence) {
    return switch (this) {
      case ORDER -> Meaning.ofOrder(sentence);
      case STATUS -> Meaning.ofStatus(sentence);
    };
  }

  /// What it proves that nothing was sent: of an order everything, of a status question nothing.
  Evidence unsent(String why) {
    return switch (this) {
      case ORDER -> new NotSent(why);
      case STATUS -> new Ambiguous(why);
    };
  }
}
