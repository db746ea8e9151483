package id.sakelar.server.front.mmbc;

import id.sakelar.server.payment.Bill;
import id.sakelar.server.payment.VehicleTax;
import id.sakelar.wire.mmbc.Sentence;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;

/// Which vehicle taxes can be paid in this dialect: those whose parts it has fields for, and, as
/// the document says, yearly ones that are due in less than six months. Thread-safe.
record TaxRules(WallClock clock) {
  private static final int MONTHS_AHEAD = 6;

  /// How billers write the day until which a vehicle is taxed.
  private static final List<DateTimeFormatter> SPELLINGS =
      List.of(
          spelling("uuuu-MM-dd"),
          spelling("dd-MM-uuuu"),
          spelling("uuuuMMdd"),
          spelling("dd/MM/uuuu"));

  private static DateTimeFormatter spelling(String pattern) {
    return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
  }

  /// Why the bill cannot be paid here; empty if it can. What could be paid once can be paid ever
  /// after.
  Optional<Sentence> findFault(Bill bill) {
    if (!(bill instanceof VehicleTax tax)) {
      return Optional.of(Sentence.CLOSED);
    }
    var fees = tax.fees();
    if (fees.plates().isPositive() || fees.registration().isPositive()) {
      return Optional.of(Sentence.PLATES_DUE);
    }
    if (fees.parking().isPositive() || fees.progressive().isPositive()) {
      return Optional.of(Sentence.CLOSED);
    }
    return findDue(tax).filter(this::isFar).map(_ -> Sentence.NOT_YET_DUE);
  }

  private boolean isFar(LocalDate due) {
    return !due.isBefore(clock.today().plusMonths(MONTHS_AHEAD));
  }

  /// When the tax is due: a year before the day until which it is paid. Where the biller says no
  /// such day, or says it in no way we know, nobody can be held to it.
  private static Optional<LocalDate> findDue(VehicleTax tax) {
    return SPELLINGS.stream()
        .flatMap(spelling -> parse(tax.paidUntil().strip(), spelling).stream())
        .findFirst()
        .map(until -> until.minusYears(1));
  }

  private static Optional<LocalDate> parse(String text, DateTimeFormatter spelling) {
    try {
      return Optional.of(LocalDate.parse(text, spelling));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
