package id.sakelar.server.banking;

import id.sakelar.money.Rupiah;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The line to one other bank's host. The host moves money between its customers' accounts and an
/// escrow account that the switch has there.
///
/// Calls block for at most the line's read budget and may be made by many threads at once. What
/// moves money is sent at most once; nothing is ever sent again by itself.
public interface BankNetwork {
  /// Whose account it is. Moves nothing, so every failure is simply no account.
  Found inquire(String account);

  /// Moves money at that bank, once.
  Heard move(Move move);

  /// How a move stands.
  Heard check(Move move);

  /// Money to be moved within the bank.
  ///
  /// @param source an account there
  /// @param target another one
  /// @param reference ours, 16 digits, used for this move only
  /// @param at when it was first sent
  /// @param remark what both holders see; 1 to 100 characters
  record Move(
      String source, String target, Rupiah amount, String reference, String remark, Instant at) {
    /// Leaves the accounts out.
    @Override
    public String toString() {
      return "Move[%s under %s]".formatted(amount, reference);
    }
  }

  /// What came of an inquiry.
  sealed interface Found {
    /// There is such an account.
    ///
    /// @param balance null where the bank does not say
    record Holder(String name, @Nullable Rupiah balance, boolean active) implements Found {
      /// Leaves out who it is and what they have.
      @Override
      public String toString() {
        return "Holder[active=" + active + "]";
      }
    }

    record None(Denial why) implements Found {}
  }

  /// What became known of a move. Whatever a connector cannot place is [Ambiguous]. `code` is the
  /// bank's own code or a word of ours, at most 40 characters, and never holds a customer's number.
  sealed interface Heard {
    String code();

    /// E1: certainly no byte of the order was handed to the network.
    record NotSent(String code) implements Heard {}

    /// E2: it is booked there.
    record Booked(String code) implements Heard {}

    /// E3: a final no.
    record Refused(String code, Denial why) implements Heard {}

    /// E4: the bank has it and works on it.
    record InProcess(String code) implements Heard {}

    /// E5: anything may have happened.
    record Ambiguous(String code) implements Heard {}

    /// E6: the bank's answer knows nothing of it.
    record NotFound(String code) implements Heard {}

    /// `E1` to `E6`, as stored.
    default String evidenceClass() {
      return switch (this) {
        case NotSent _ -> "E1";
        case Booked _ -> "E2";
        case Refused _ -> "E3";
        case InProcess _ -> "E4";
        case Ambiguous _ -> "E5";
        case NotFound _ -> "E6";
      };
    }
  }
}
