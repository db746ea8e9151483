package id.sakelar.server.front.mmbc;

import id.sakelar.server.payment.Payment;
import id.sakelar.wire.mmbc.Status;
import java.time.Duration;
import java.time.Instant;

/// How an invoice stands, in the words that both documents have. What is said of a payment that has
/// ended comes from the payment alone, so that it is the same however often it is told. Immutable.
///
/// @param since when the money was held; where it is not known that it was, now
/// @param until when it ended; now if it has not
/// @param serial the biller's, empty unless it is paid
record Standing(Status status, Instant since, Instant until, String serial) {
  private static final Duration LEAST = Duration.ofSeconds(1);

  static Standing of(Payment payment, Instant now) {
    var ending = payment.ending();
    var until = ending == null ? now : ending.at();
    return new Standing(status(payment), payment.openedAt(), until, serial(payment));
  }

  private static Status status(Payment payment) {
    return switch (payment.state()) {
      case HELD, SENDING, PENDING, UNKNOWN, REVIEW -> Status.PENDING;
      case SUCCEEDED -> Status.CONFIRM;
      case FAILED, REFUNDED -> Status.REFUND;
    };
  }

  private static String serial(Payment payment) {
    var ending = payment.ending();
    return status(payment) == Status.CONFIRM && ending != null ? ending.serial() : "";
  }

  /// There may be a payment.
  static Standing inDoubt(Instant now) {
    return new Standing(Status.PENDING, now, now, "");
  }

  /// There is an inquiry, and no payment.
  static Standing unpaid(Instant now) {
    return new Standing(Status.INQUIRY, now, now, "");
  }

  /// How long the payment took, or has taken so far: whole seconds, at least one.
  Duration duration() {
    var seconds = Duration.ofSeconds(Duration.between(since, until).toSeconds());
    return seconds.compareTo(LEAST) < 0 ? LEAST : seconds;
  }

  boolean isPaid() {
    return status == Status.CONFIRM;
  }
}
