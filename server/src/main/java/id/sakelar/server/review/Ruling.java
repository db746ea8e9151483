package id.sakelar.server.review;

/// What came of proposing or deciding.
public sealed interface Ruling {
  /// The decision as it stands now; it may have turned out void.
  record Stands(Decision decision) implements Ruling {}

  /// Nothing was changed, for this reason.
  record Refused(String why) implements Ruling {}
}
