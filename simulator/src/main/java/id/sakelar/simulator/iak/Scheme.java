package id.sakelar.simulator.iak;

/// How test numbers are read: two schemes are published, and they contradict each other. A product
/// that has no numbers in one scheme has those of the other.
public enum Scheme {
  /// The last digit of a listed number says what happens. 1 and 2 succeed, 2 with more bills where
  /// the product has such; 3, 4 and 5 are refused at the inquiry, as time-out, paid already and
  /// wrong number; 6 fails at the payment, 7 is pending and succeeds, 8 is an error of the biller's
  /// system and fails.
  A,

  /// The four digits after the product's prefix say it: at the inquiry (0) or the payment (1), and
  /// the code of the answer in three digits. 0000 succeeds, and 0999 with more bills where the
  /// product has such. A code that the list calls pending succeeds in the end, one that it calls
  /// failed fails at once.
  B
}
