package id.sakelar.server.payment;

import id.sakelar.money.Rupiah;

/// What became known of a payment at a biller. The connector assigns the class from its profile;
/// whatever it cannot place is [Ambiguous]. Only evidence moves a payment.
///
/// `code` is the biller's own code or a word of ours, at most 40 characters, and never holds a
/// secret or a customer's number.
public sealed interface Evidence {
  String code();

  /// E1: certainly no byte of the order was handed to the network.
  record NotSent(String code) implements Evidence {}

  /// E2: an authenticated yes for this reference, customer and amount. `serial` may be empty.
  record Success(String code, String serial, Rupiah cost) implements Evidence {}

  /// E3: an authenticated and final no for this reference.
  record Refused(String code, Reason reason) implements Evidence {}

  /// E4: the biller has it and works on it.
  record InProcess(String code) implements Evidence {}

  /// E5: anything may have happened.
  record Ambiguous(String code) implements Evidence {}

  /// E6: the biller's status answer knows nothing of it. `channelProven` says that the same status
  /// channel knew a control payment just now.
  record NotFound(String code, boolean channelProven) implements Evidence {}

  /// E7: the biller took back what it had confirmed.
  record Reversed(String code) implements Evidence {}

  /// `E1` to `E7`, as stored.
  default String evidenceClass() {
    return switch (this) {
      case NotSent _ -> "E1";
      case Success _ -> "E2";
      case Refused _ -> "E3";
      case InProcess _ -> "E4";
      case Ambiguous _ -> "E5";
      case NotFound _ -> "E6";
      case Reversed _ -> "E7";
    };
  }

  /// Who heard it.
  enum Source {
    /// The attempt that sent the order, hearing its own answer.
    ATTEMPT,
    /// A status query.
    STATUS,
    /// A clock: the lease of an attempt ran out.
    LEASE
  }
}
