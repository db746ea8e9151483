package id.sakelar.ledger;

import java.util.List;
import java.util.regex.Pattern;

/// What is booked together or not at all: postings, and whatever the rider says. Immutable if the
/// rider is.
///
/// The pair of subject and kind is booked at most once for ever. A unit without postings leaves no
/// trace in the journal; whether it was done before is for its rider to know.
///
/// @param subject what it is about, say a payment: 1 to 200 of `A-Z a-z 0-9 . _ : / -`
/// @param kind what happens to the subject, a word in capitals: `HOLD`, `SETTLE`, `RELEASE`,
///   `TOPUP`; of `SETTLE` and `RELEASE` a subject sees one
/// @param postings at most a hundred
/// @param shard the account that most contend for, as a rule the payer's: units of one shard are
///   decided by one writer of this process, in the order in which they came; of all processes only
///   one at a time decides about it, postings or not
/// @param rider what else changes in the same commit
public record Unit<R>(
    String subject, String kind, List<Posting> postings, AccountId shard, R rider) {
  private static final int MOST_POSTINGS = 100;
  private static final Pattern SUBJECT = Pattern.compile("[A-Za-z0-9._:/-]{1,200}");
  private static final Pattern KIND = Pattern.compile("[A-Z][A-Z_]{0,31}");

  public Unit {
    if (!SUBJECT.matcher(subject).matches()) {
      throw new IllegalArgumentException("not a subject of a unit: '" + subject + "'");
    }
    if (!KIND.matcher(kind).matches()) {
      throw new IllegalArgumentException("not a kind of unit: '" + kind + "'");
    }
    if (postings.size() > MOST_POSTINGS) {
      throw new IllegalArgumentException(
          "a unit has at most %d postings, not %d".formatted(MOST_POSTINGS, postings.size()));
    }
    postings = List.copyOf(postings);
  }
}
