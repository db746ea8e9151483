package id.sakelar.server.payment;

import id.sakelar.money.Rupiah;
import org.jspecify.annotations.Nullable;

/// What became known of a payment at a biller. The connector assigns the class from its profile;
/// whatever it cannot place is [Ambiguous]. Only evidence moves a payment.
///
/// `code` is the biller's own code or a word of ours, and never holds a secret or a customer's
/// number. Codes are cut after 40 characters and serial numbers after 400, and controls in them
/// become question marks: whatever a biller writes there, what it says of the money can be stored.
/// All kinds are immutable.
public sealed interface Evidence {
  String code();

  /// E1: certainly no byte of the order was handed to the network.
  record NotSent(String code) implements Evidence {
    public NotSent {
      code = plain(code, 40);
    }
  }

  /// E2: an authenticated yes for this reference, customer and amount.
  ///
  /// @param serial the biller's serial number; may be empty
  /// @param receipt the bill as the receipt shows it, with what only a payment tells, such as meter
  ///   readings; null where it says no more than the inquiry did
  /// @param number what the biller calls the payment, where it has numbers of its own for payments
  record Success(
      String code, String serial, Rupiah cost, @Nullable Bill receipt, @Nullable String number)
      implements Evidence {
    public Success {
      code = plain(code, 40);
      serial = plain(serial, 400);
      number = number == null ? null : plain(number, 64);
    }

    public Success(String code, String serial, Rupiah cost, @Nullable Bill receipt) {
      this(code, serial, cost, receipt, null);
    }
  }

  /// E3: an authenticated and final no for this reference.
  record Refused(String code, Reason reason) implements Evidence {
    public Refused {
      code = plain(code, 40);
    }
  }

  /// E4: the biller has it and works on it.
  ///
  /// @param number what the biller calls the payment from now on; null where it has not said
  record InProcess(String code, @Nullable String number) implements Evidence {
    public InProcess {
      code = plain(code, 40);
      number = number == null ? null : plain(number, 64);
    }

    public InProcess(String code) {
      this(code, null);
    }
  }

  /// E5: anything may have happened.
  record Ambiguous(String code) implements Evidence {
    public Ambiguous {
      code = plain(code, 40);
    }
  }

  /// E6: the biller's status answer knows nothing of it. `channelProven` says that the same status
  /// channel knew a control payment just now.
  record NotFound(String code, boolean channelProven) implements Evidence {
    public NotFound {
      code = plain(code, 40);
    }
  }

  /// E7: the biller took back what it had confirmed.
  record Reversed(String code) implements Evidence {
    public Reversed {
      code = plain(code, 40);
    }
  }

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

  private static String plain(String text, int most) {
    var cut = text.length() > most ? text.substring(0, most) : text;
    return cut.replaceAll("\\p{Cntrl}", "?");
  }

  /// Who heard it.
  enum Source {
    /// The attempt that sent the order, hearing its own answer.
    ATTEMPT,
    /// A status query.
    STATUS,
    /// A clock: the lease of an attempt ran out, or the time to send what is held.
    LEASE,
    /// The biller, calling us by itself.
    CALLBACK,
    /// The biller's list of what it settled.
    SETTLEMENT,
    /// Two people, one of whom proposed what the other approved.
    OPERATOR
  }
}
