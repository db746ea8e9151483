package id.sakelar.simulator;

/// What a biller does with one payment.
enum Conduct {
  /// Takes it, or not, and says so.
  ANSWERS,

  /// Refuses it, whatever it is. What has been taken before stays taken.
  REFUSES,

  /// Takes the money and closes the connection without a word.
  HANGS_UP,

  /// Says something nobody understands, and takes nothing.
  GARBLES_BEFORE,

  /// Takes the money and says something nobody understands.
  GARBLES_AFTER,

  /// Takes the money and says so when nobody listens any more.
  ANSWERS_LATE
}
