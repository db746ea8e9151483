package id.sakelar.server.review;

import id.sakelar.server.payment.Case;
import java.util.Objects;

/// Says in a sentence or two what is known of something that waits, and what to ask whom.
public final class Advice {
  private Advice() {}

  /// What to do about `waiting`.
  public static String on(Waiting waiting) {
    if (waiting.kind().equals(Waiting.REVIEW)) {
      return onReview(waiting);
    }
    var upstream = Objects.requireNonNullElse(waiting.upstream(), "the other side");
    return switch (Case.Kind.valueOf(waiting.kind())) {
      case LATE_SUCCESS ->
          upstream
              + " made it after it had failed here, and the loss is booked. Ask for the money back"
              + about(waiting)
              + "; close with --claimed once it came, without if it is borne.";
      case CONTRADICTION ->
          upstream
              + " denies what it had confirmed. Ask which holds"
              + about(waiting)
              + "; if it was not made, propose refunded; then close.";
      case EARLY_REVERSAL ->
          upstream
              + " took back what was not seen to succeed. Ask how it stands"
              + about(waiting)
              + "; then close.";
      case DUPLICATE_EFFECT ->
          "It may have been paid twice. Ask every biller it was sent to for the money of the second"
              + about(waiting)
              + "; then close.";
      case UNEXPECTED_CALLBACK ->
          upstream + " called about an order it was never sent. Ask what it means; then close.";
      case DRIFT ->
          "Our deposit at " + upstream + " is not what it says. Find the movement; then close.";
      case DIFFERENCE ->
          "The list of " + upstream + " is not our journal" + about(waiting) + ". Settle; close.";
      case NOT_TAKEN_BACK -> "A bank does not take its money back. Ask it; then close.";
      case SOURCE_FULL -> "An account cannot take its money back: it is full. Then close.";
    };
  }

  private static String onReview(Waiting waiting) {
    return evidence(waiting)
        + " Ask "
        + Objects.requireNonNullElse(waiting.upstream(), "the biller")
        + about(waiting)
        + ": if it was made, propose succeeded; if it was not and will not be, propose failed.";
  }

  private static String evidence(Waiting waiting) {
    var heard = Objects.requireNonNullElse(waiting.heard(), "");
    var known =
        switch (heard.split(" ", 2)[0]) {
          case "E4" -> "The biller says it works on it";
          case "E6" -> "The biller does not know it, which proves nothing yet";
          case "E7" -> "The biller says it took it back";
          default -> "Nobody knows whether it was made";
        };
    return heard.isEmpty() ? known + "." : known + " (" + heard + ").";
  }

  private static String about(Waiting waiting) {
    var reference = waiting.reference();
    var number = waiting.upstreamNumber();
    return (reference == null ? "" : " about our reference " + reference)
        + (number == null ? "" : ", its number " + number);
  }
}
