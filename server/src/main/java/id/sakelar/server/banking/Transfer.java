package id.sakelar.server.banking;

import id.sakelar.money.Rupiah;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A movement of a bank's money, and how far it has come. Immutable.
///
/// @param order as it was opened; what was only needed for opening it (leave, opening, limit) is
///   null when it is read again
/// @param number ours, growing; 0 until it is stored
/// @param day the business day in Jakarta on which it was opened
/// @param version from 1, one on with every change
/// @param journal the number of the booking; null unless it is booked and stored
public record Transfer(
    Order order,
    long number,
    LocalDate day,
    Instant openedAt,
    TransferState state,
    int version,
    Trail trail,
    @Nullable Ending ending,
    @Nullable Long journal) {
  public TransferId id() {
    return order.id();
  }

  /// What leaves the source: amount and fee.
  public Rupiah total() {
    return order.amount().plus(order.fee());
  }

  /// What the source is the poorer for: amount and fee, or the fee alone where the source is the
  /// target as well.
  public Rupiah taken() {
    return order.source().equals(order.target()) ? order.fee() : total();
  }

  /// What is going on at another bank.
  ///
  /// @param reference our reference there for what is under way; null when no bank is asked
  /// @param sentAt when that was sent; null when no bank is asked
  /// @param legs how many references were used up
  /// @param polls how often the bank was asked how it stands, or sent the same again
  /// @param notFounds how often in a row it knew nothing of it, properly apart
  /// @param lastNotFoundAt when the last of those came
  /// @param refusal why the money goes back; null while it does not
  public record Trail(
      @Nullable String reference,
      @Nullable Instant sentAt,
      int legs,
      int polls,
      int notFounds,
      @Nullable Instant lastNotFoundAt,
      @Nullable Denial refusal) {
    public static final Trail NONE = new Trail(null, null, 0, 0, 0, null, null);

    Trail sent(String under, Instant at) {
      return begun(under, at, false, null);
    }

    Trail begun(String under, Instant at, boolean again, @Nullable Denial why) {
      return new Trail(under, at, legs + 1, again ? polls : 0, 0, null, why);
    }

    Trail polled() {
      return new Trail(reference, sentAt, legs, polls + 1, 0, null, refusal);
    }

    Trail notFound(Instant at, boolean counts) {
      return counts
          ? new Trail(reference, sentAt, legs, polls + 1, notFounds + 1, at, refusal)
          : new Trail(reference, sentAt, legs, polls + 1, notFounds, lastNotFoundAt, refusal);
    }

    Trail rested(@Nullable Denial why) {
      return new Trail(null, null, legs, polls + 1, 0, null, why);
    }

    Trail ended() {
      return new Trail(null, null, legs, polls, 0, null, null);
    }
  }

  /// How it ended.
  ///
  /// @param reason why it failed; null when it is booked
  public record Ending(@Nullable Denial reason, Instant at) {}

  /// Leaves out who and how much.
  @Override
  public String toString() {
    return "%s, %s".formatted(id(), state);
  }
}
