package id.sakelar.server.review;

import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Case;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that is known of a subject, without anybody's name or number. Immutable.
///
/// @param standing how the payment or the transfer stands; null where there is none
/// @param decisions what people proposed and decided, oldest first
public record History(
    String subject,
    @Nullable Standing standing,
    List<Heard> evidence,
    List<Booked> journal,
    List<Case> cases,
    List<Decision> decisions) {
  public History {
    evidence = List.copyOf(evidence);
    journal = List.copyOf(journal);
    cases = List.copyOf(cases);
    decisions = List.copyOf(decisions);
  }

  /// How it stands.
  ///
  /// @param other the biller or bank it was sent to last
  /// @param reference ours there; null where nothing is under way there
  /// @param number what the other side calls it; null where it has not said
  public record Standing(
      String state,
      int version,
      Rupiah money,
      String other,
      @Nullable String reference,
      @Nullable String number,
      Instant openedAt) {}

  /// A piece of evidence.
  public record Heard(
      int version,
      String evidenceClass,
      String source,
      String code,
      @Nullable String trouble,
      Instant at) {}

  /// A line of the journal; of a customer's account only its kind is told.
  public record Booked(String kind, String source, String target, Rupiah amount, Instant at) {}
}
