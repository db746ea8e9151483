package id.sakelar.acceptance;

/// What can go wrong between two ends that are both well.
enum ChaosFault {
  /// The question comes late.
  LATENCY,
  /// The connection breaks, and the question never comes.
  CUT,
  /// The connection breaks right after the question was passed on.
  CUT_AFTER,
  /// The question was answered, and nobody hears it.
  ANSWER_LOST,
  /// Nothing more comes through, and neither end is told.
  HALF_OPEN
}
