package id.sakelar.http;

/// A dialect that refuses by the name of the trouble.
final class Voices {
  static final Refusals CODES =
      trouble -> Answer.of(400, Body.of("text/plain; charset=utf-8", trouble.name()));

  private Voices() {}
}
