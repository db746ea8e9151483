package id.sakelar.wire;

import id.sakelar.money.Rupiah;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Reads amounts from the characters they were written with. ASCII digits only; no sign, dot,
/// comma, exponent, blank or leading zero is ever guessed at.
final class Amounts {
  /// The most digits of an amount of whole rupiah: Rp9.999.999.999.999 is the largest.
  static final int WHOLE_DIGITS = 13;

  /// The most digits of a balance before its decimal point.
  private static final int BALANCE_DIGITS = 16;

  private static final int COUNT_DIGITS = 9;

  private Amounts() {}

  /// Whole rupiah: `^(0|[1-9][0-9]{0,12})$`.
  static OptionalLong whole(String digits) {
    return digits(digits, WHOLE_DIGITS);
  }

  /// A count of something: `^(0|[1-9][0-9]{0,8})$`.
  static OptionalInt count(String digits) {
    OptionalLong number = digits(digits, COUNT_DIGITS);
    return number.isPresent() ? OptionalInt.of((int) number.getAsLong()) : OptionalInt.empty();
  }

  /// A balance, exact to the sen and perhaps negative: `^-?(0|[1-9][0-9]{0,15})(\.[0-9]{1,2})?$`.
  static Optional<Rupiah> balance(String written) {
    boolean negative = written.startsWith("-");
    String unsigned = negative ? written.substring(1) : written;
    int dot = unsigned.indexOf('.');
    OptionalLong whole = digits(dot < 0 ? unsigned : unsigned.substring(0, dot), BALANCE_DIGITS);
    OptionalLong sen = dot < 0 ? OptionalLong.of(0) : sen(unsigned.substring(dot + 1));
    if (whole.isEmpty() || sen.isEmpty()) {
      return Optional.empty();
    }
    Rupiah amount = Rupiah.of(whole.getAsLong()).plus(new Rupiah(sen.getAsLong()));
    return Optional.of(negative ? amount.negated() : amount);
  }

  private static OptionalLong sen(String decimals) {
    if (decimals.length() > 2 || !allDigits(decimals)) {
      return OptionalLong.empty();
    }
    long number = Long.parseLong(decimals);
    return OptionalLong.of(decimals.length() == 1 ? number * 10 : number);
  }

  private static OptionalLong digits(String written, int most) {
    boolean leadingZero = written.length() > 1 && written.charAt(0) == '0';
    if (written.length() > most || leadingZero || !allDigits(written)) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(Long.parseLong(written));
  }

  private static boolean allDigits(String written) {
    return !written.isEmpty() && written.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
