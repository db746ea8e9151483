package id.sakelar.server.upstream.mmbc;

import id.sakelar.server.payment.Evidence;
import id.sakelar.server.payment.Evidence.Ambiguous;
import id.sakelar.server.payment.Evidence.NotFound;
import id.sakelar.server.payment.Evidence.Refused;
import id.sakelar.server.payment.Reason;
import id.sakelar.wire.mmbc.Sentence;
import org.jspecify.annotations.Nullable;

/// A no of the biller's to one of our questions. Immutable.
final class Denial {
  private final @Nullable Sentence said;

  private Denial(@Nullable Sentence said) {
    this.said = said;
  }

  /// @param reason all that the biller says
  /// @param username ours
  /// @param invoice the one we asked about; empty if we named none
  static Denial of(String reason, String username, String invoice) {
    var said = Sentence.of(reason).orElse(null);
    var name = said == Sentence.NOT_ALLOWED ? username : invoice;
    return new Denial(said != null && names(said, reason, name) ? said : null);
  }

  /// Whether a sentence that names a partner names us, and one that names an invoice ours, if we
  /// have named one.
  private static boolean names(Sentence sentence, String reason, String name) {
    boolean namesNobody = sentence.text().equals(sentence.about(name));
    return namesNobody || reason.strip().equals(sentence.about(name));
  }

  /// Why there is no bill: the biller has said no, even in words we do not know.
  Reason reason() {
    return said == null ? Reason.BILLER_REFUSED : Meaning.reason(said);
  }

  Evidence evidence(Errand errand) {
    return said == null ? new Ambiguous("no, in unknown words") : evidence(errand, said);
  }

  private static Evidence evidence(Errand errand, Sentence sentence) {
    String code = "no " + sentence;
    return switch (errand.meaning(sentence)) {
      case REFUSED -> new Refused(code, Meaning.reason(sentence));
      case NOT_FOUND -> new NotFound(code, false);
      case PAID, IN_PROCESS, DOUBTFUL -> new Ambiguous(code);
    };
  }
}
