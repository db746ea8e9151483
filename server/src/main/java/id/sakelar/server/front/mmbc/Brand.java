package id.sakelar.server.front.mmbc;

import java.util.Arrays;
import java.util.Optional;

/// The brands of cards that the document names, told apart by how a number begins.
enum Brand {
  VISA,
  MASTERCARD,
  JCB,
  AMEX;

  /// Whose card this is, whether or not such a card can exist.
  ///
  /// @param number at least four digits
  static Optional<Brand> of(String number) {
    int firstFour = Integer.parseInt(number.substring(0, 4));
    return Arrays.stream(values()).filter(brand -> brand.has(firstFour)).findFirst();
  }

  private boolean has(int firstFour) {
    return switch (this) {
      case VISA -> isWithin(4000, firstFour, 4999);
      case MASTERCARD -> isWithin(5100, firstFour, 5599) || isWithin(2221, firstFour, 2720);
      case JCB -> isWithin(3528, firstFour, 3589);
      case AMEX -> isWithin(3400, firstFour, 3499) || isWithin(3700, firstFour, 3799);
    };
  }

  private static boolean isWithin(int first, int number, int last) {
    return first <= number && number <= last;
  }

  /// Whether a card of this brand can have this number: its length, and the digit at its end, which
  /// follows from the others (Luhn's check, ISO/IEC 7812-1).
  boolean canBe(String number) {
    return fits(number.length()) && isChecked(number);
  }

  private boolean fits(int length) {
    return switch (this) {
      case VISA -> length == 13 || length == 16 || length == 19;
      case MASTERCARD, JCB -> length == 16;
      case AMEX -> length == 15;
    };
  }

  private static boolean isChecked(String number) {
    int sum = 0;
    for (int i = 0; i < number.length(); i++) {
      int digit = number.charAt(number.length() - 1 - i) - '0';
      int weighed = i % 2 == 0 ? digit : digit * 2;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10 == 0;
  }
}
