package id.sakelar.server.review;

import id.sakelar.money.Rupiah;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A payment in review, or an open case. Immutable.
///
/// @param kind `REVIEW`, or the kind of the case
/// @param number the case's; null for a payment in review
/// @param since when it began to wait
/// @param money what the partner paid or is to pay; null where no payment is known
/// @param upstream the biller; null where none is known
/// @param reference ours at that biller; null where none is known
/// @param upstreamNumber what the biller calls the payment; null where it has not said
/// @param heard the newest evidence, as class, source and code; null where there is none
/// @param note what the case says; empty for a payment in review
/// @param proposal the number of the open proposal about it; null while there is none
public record Waiting(
    String kind,
    @Nullable Long number,
    String subject,
    Instant since,
    @Nullable Rupiah money,
    @Nullable String upstream,
    @Nullable String reference,
    @Nullable String upstreamNumber,
    @Nullable String heard,
    String note,
    @Nullable Long proposal) {
  /// The kind of a payment in review.
  public static final String REVIEW = "REVIEW";
}
