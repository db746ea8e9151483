package id.sakelar.simulator.mmbc;

import id.sakelar.simulator.Row.Ending;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.mmbc.Sentence;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What becomes of those who ask for a test number.
enum Fate {
  /// The payment succeeds.
  PAID(null, null),

  /// The payment is pending, and succeeds.
  PENDING_THEN_PAID(null, null),

  /// The payment is pending, and is given back.
  PENDING_THEN_REFUNDED(null, null),

  /// The payment is given back at once.
  REFUNDED(null, null),

  /// The bill is shown, and its payment refused.
  FAILS(null, Sentence.FAILED),

  /// The bank has no such card.
  UNKNOWN(Sentence.CARD_UNKNOWN, Sentence.CARD_UNKNOWN),

  /// There is no such vehicle; an inquiry of old is refused as paid, as the document prints both.
  PAID_ELSEWHERE(Sentence.DATA_NOT_FOUND, Sentence.ALREADY_PAID),

  /// The tax has been paid.
  ALREADY_PAID(Sentence.ALREADY_PAID, Sentence.ALREADY_PAID),

  /// The tax is due in six months or more.
  NOT_YET_DUE(Sentence.NOT_YET_DUE, Sentence.NOT_YET_DUE),

  /// The plates are to be changed.
  PLATES_DUE(Sentence.PLATES_DUE, Sentence.PLATES_DUE);

  /// What is said to an inquiry instead of a bill.
  private final @Nullable Sentence toInquiry;

  /// What is said to a payment that is refused.
  private final @Nullable Sentence toPayment;

  Fate(@Nullable Sentence toInquiry, @Nullable Sentence toPayment) {
    this.toInquiry = toInquiry;
    this.toPayment = toPayment;
  }

  /// The fate that a file spells `word`.
  static Fate of(String word) throws Garbled {
    return Arrays.stream(values())
        .filter(it -> it.word().equals(word))
        .findFirst()
        .orElseThrow(() -> Garbled.field("fate", "is no fate"));
  }

  void checkInquiry() throws Rejection {
    if (toInquiry != null) {
      throw new Rejection(toInquiry);
    }
  }

  void checkPayment() throws Rejection {
    if (toPayment != null) {
      throw new Rejection(toPayment);
    }
  }

  /// What becomes of the money of a payment that is not refused.
  Ending ending() {
    return switch (this) {
      case PAID, PENDING_THEN_PAID -> Ending.PAID;
      case PENDING_THEN_REFUNDED,
          REFUNDED,
          FAILS,
          UNKNOWN,
          PAID_ELSEWHERE,
          ALREADY_PAID,
          NOT_YET_DUE,
          PLATES_DUE ->
          Ending.FAILED;
    };
  }

  /// How long a payment stays undecided, if those that do stay so for `pendingFor`.
  Duration undecidedFor(Duration pendingFor) {
    return this == PENDING_THEN_PAID || this == PENDING_THEN_REFUNDED ? pendingFor : Duration.ZERO;
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
