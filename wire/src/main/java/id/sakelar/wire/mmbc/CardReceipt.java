package id.sakelar.wire.mmbc;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/// How the payment of a card bill stands. Immutable.
///
/// @param duration how long the payment took, in whole seconds; the answer to a status has none
/// @param date when it was paid, on the clock of Jakarta
/// @param amount what goes to the card
/// @param reference the bank's own, empty while there is none
/// @param debet what is taken for it, fee included
/// @param status not [Status#INQUIRY]
/// @param note for the customer's receipt; an extension
public record CardReceipt(
    Optional<Duration> duration,
    LocalDateTime date,
    String invoice,
    Card card,
    Rupiah amount,
    String reference,
    Rupiah debet,
    Status status,
    Optional<String> note) {
  private static final Pattern SECONDS = Pattern.compile("([0-9]{1,9}) ?sec");

  public CardReceipt {
    if (status == Status.INQUIRY) {
      throw new IllegalArgumentException("a card is paid, refunded or pending, not INQUIRY");
    }
  }

  /// The same, as the answer to the payment says it.
  public CardReceipt withDuration(Duration taken) {
    return new CardReceipt(
        Optional.of(taken), date, invoice, card, amount, reference, debet, status, note);
  }

  static CardReceipt read(Fields from) throws Garbled {
    return new CardReceipt(
        duration(from),
        Moment.read(from, "date"),
        from.text("invoice"),
        Card.read(from),
        from.amount("amount"),
        from.findText("reference").orElse(""),
        from.amount("debet"),
        status(from),
        from.findText("note"));
  }

  /// No payment stays undecided for a duration nobody understands.
  private static Optional<Duration> duration(Fields from) throws Garbled {
    return from.findText("duration")
        .map(SECONDS::matcher)
        .filter(it -> it.matches())
        .map(it -> Duration.ofSeconds(Long.parseLong(it.group(1))));
  }

  private static Status status(Fields from) throws Garbled {
    var status = Status.read(from);
    if (status == Status.INQUIRY) {
      throw Garbled.field("status", "is no status of a card payment");
    }
    return status;
  }

  Members spelled() {
    var to = new Draft().text("result", "ok");
    duration.ifPresent(it -> to.text("duration", it.toSeconds() + " sec"));
    to.text("date", Moment.spell(date)).text("invoice", invoice);
    return card.write(to)
        .amountText("amount", amount)
        .text("reference", reference)
        .amountText("debet", debet)
        .text("status", status.name())
        .text("note", note)
        .members();
  }
}
