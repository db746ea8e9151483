package id.sakelar.server.payment;

import id.sakelar.money.Rupiah;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One payment and how far it has come. Immutable; [Machine] makes the next one.
///
/// @param inquiry what is paid, on which terms
/// @param version 1 when opened, one more with every change that was committed
/// @param openedAt when the money was held
/// @param trail what was tried and asked so far
/// @param ending how it ended; null while it is open
/// @param balance the partner's deposit right after the last change that touched it; null until the
///   books have said it
public record Payment(
    Inquiry inquiry,
    State state,
    int version,
    Instant openedAt,
    Trail trail,
    @Nullable Ending ending,
    @Nullable Rupiah balance) {

  /// What was tried and asked.
  ///
  /// @param attempts how often it was sent, at least 1
  /// @param sentAt when the last attempt was committed, before its first byte left
  /// @param polls how many status answers were heard since it was sent
  /// @param notFounds how many of them, properly apart, did not know the payment
  /// @param lastNotFoundAt when the last of those came
  /// @param number what the biller calls the payment; null while it has not said
  /// @param resends how many of the attempts went to the same biller under the same reference as
  ///   the one before, of which nobody knows what became
  /// @param lateSuccess whether a biller took money for it after it had failed, or once too often,
  ///   and the house bears the loss
  public record Trail(
      int attempts,
      Instant sentAt,
      int polls,
      int notFounds,
      @Nullable Instant lastNotFoundAt,
      @Nullable String number,
      int resends,
      boolean lateSuccess) {
    /// A trail without resends and late answers.
    public Trail(
        int attempts,
        Instant sentAt,
        int polls,
        int notFounds,
        @Nullable Instant lastNotFoundAt,
        @Nullable String number) {
      this(attempts, sentAt, polls, notFounds, lastNotFoundAt, number, 0, false);
    }

    static Trail firstAttempt(Instant now) {
      return new Trail(1, now, 0, 0, null, null);
    }

    Trail polled() {
      return new Trail(attempts, sentAt, polls + 1, 0, null, number, resends, lateSuccess);
    }

    Trail moved() {
      return new Trail(attempts, sentAt, 0, 0, null, number, resends, lateSuccess);
    }

    Trail notFound(Instant now, boolean counts) {
      return new Trail(
          attempts,
          sentAt,
          polls + 1,
          counts ? notFounds + 1 : notFounds,
          counts ? now : lastNotFoundAt,
          number,
          resends,
          lateSuccess);
    }

    /// The first number that the biller gave stays.
    Trail named(@Nullable String told) {
      return number != null || told == null
          ? this
          : new Trail(
              attempts, sentAt, polls, notFounds, lastNotFoundAt, told, resends, lateSuccess);
    }

    /// Sent once more, to another biller.
    Trail sentElsewhere(Instant now) {
      return new Trail(attempts + 1, now, 0, 0, null, null, 0, lateSuccess);
    }

    /// Sent once more, to the same biller under the same reference.
    Trail resent(Instant now) {
      return new Trail(attempts + 1, now, 0, 0, null, number, resends + 1, lateSuccess);
    }

    Trail succeededLate() {
      return new Trail(attempts, sentAt, polls, notFounds, lastNotFoundAt, number, resends, true);
    }
  }

  /// How a payment ended.
  ///
  /// @param serial the biller's serial number of a success; may be empty
  /// @param code the biller's own code
  /// @param reason why it failed; null for a success
  /// @param receipt the bill as the biller's receipt shows it; null where that is the quoted one
  public record Ending(
      String serial, String code, @Nullable Reason reason, Instant at, @Nullable Bill receipt) {}

  public PaymentId id() {
    return inquiry.id();
  }

  public Quote quote() {
    return inquiry.quote();
  }

  /// The bill as it was paid, or as it will be.
  public Bill bill() {
    var receipt = ending == null ? null : ending.receipt();
    return receipt == null ? quote().bill() : receipt;
  }

  /// The same payment with the partner's balance as the books told it.
  public Payment withBalance(Rupiah told) {
    return new Payment(inquiry, state, version, openedAt, trail, ending, told);
  }
}
