package id.sakelar.server.banking;

/// The check digit of ISO/IEC 7812-1, after Luhn: finds every single wrong digit.
final class Luhn {
  private Luhn() {}

  /// These digits with their check digit behind them.
  static String complete(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(digits.length() - 1 - i), 10);
      int weighed = i % 2 == 0 ? 2 * digit : digit;
      sum += weighed / 10 + weighed % 10;
    }
    return digits + (10 - sum % 10) % 10;
  }
}
