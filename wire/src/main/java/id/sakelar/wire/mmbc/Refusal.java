package id.sakelar.wire.mmbc;

import java.time.LocalDateTime;

/// Why not. The card API says only that; e-Samsat says what it is about as well. Immutable.
public sealed interface Refusal {
  /// A sentence in Indonesian; see [Sentence#of(String)] for what it means.
  String reason();

  /// A refusal that repeats nothing of its question: of any question about cards, and of any that
  /// could not be read.
  record Bare(String reason) implements Refusal {}

  /// A refusal of a vehicle tax inquiry or payment.
  ///
  /// @param tanggal when, on the clock of Jakarta
  /// @param kodeagen the partner's code, empty if it is nobody we know
  record OfVehicle(LocalDateTime tanggal, Echo echo, String kodeagen, String reason)
      implements Refusal {}

  /// A refusal to say how an invoice of vehicle tax stands; its status is `FAILURE`.
  record OfInvoice(String reason) implements Refusal {}
}
