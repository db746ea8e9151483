package id.sakelar.simulator.mmbc;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// The cards that can be paid, told apart by their first digits and their length.
enum Brand {
  VISA("4[0-9]{15}"),
  MASTERCARD("(5[1-5][0-9]{2}|222[1-9]|22[3-9][0-9]|2[3-6][0-9]{2}|27[01][0-9]|2720)[0-9]{12}"),
  JCB("35(2[89]|[3-8][0-9])[0-9]{12}"),
  AMEX("3[47][0-9]{13}");

  private final Pattern number;

  Brand(String number) {
    this.number = Pattern.compile(number);
  }

  static Optional<Brand> of(String number) {
    return Arrays.stream(values()).filter(it -> it.number.matcher(number).matches()).findFirst();
  }

  /// Whether the last digit is the one that the others call for, after Luhn.
  static boolean isWhole(String number) {
    int sum = 0;
    for (int i = 0; i < number.length(); i++) {
      int digit = number.charAt(number.length() - 1 - i) - '0';
      int doubled = digit * 2;
      int weighed = i % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
      sum += weighed;
    }
    return sum % 10 == 0;
  }
}
