package id.sakelar.wire.iak;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/// What became of a payment. An inquiry has none of it, a payment all but the status, a status
/// question the status and what is known already. Immutable.
///
/// @param datetime when it was paid, on the clock of Jakarta
/// @param balance the deposit afterwards, perhaps below zero
/// @param noref the biller's reference; empty if the payment failed
public record Booking(
    Optional<LocalDateTime> datetime,
    Optional<Status> status,
    Optional<Rupiah> balance,
    Optional<String> noref) {
  /// Nothing is booked.
  public static final Booking NONE =
      new Booking(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  /// What a payment tells.
  public static Booking of(LocalDateTime datetime, Rupiah balance, String noref) {
    return new Booking(
        Optional.of(datetime), Optional.empty(), Optional.of(balance), Optional.of(noref));
  }

  public Booking withStatus(Status standing) {
    return new Booking(datetime, Optional.of(standing), balance, noref);
  }

  /// One published answer spells the reference `no_ref`.
  static Booking read(Fields from) throws Garbled {
    return new Booking(
        moment(from),
        Status.find(from),
        from.findBalance("balance"),
        from.findText(from.either("noref", "no_ref")));
  }

  Optional<String> spelledDatetime() {
    return datetime.map(MOMENT::format);
  }

  private static Optional<LocalDateTime> moment(Fields from) throws Garbled {
    Optional<String> written = from.findText("datetime");
    if (written.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDateTime.parse(written.get(), MOMENT));
    } catch (DateTimeException _) {
      throw Garbled.field("datetime", "is not of the form yyyyMMddHHmmss");
    }
  }
}
