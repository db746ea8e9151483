package id.sakelar.acceptance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Everything that clients were ever told, by reference. Thread-safe.
final class ChaosTold {
  private final Map<String, List<Told>> byReference = new ConcurrentHashMap<>();

  /// What a client may take an answer for.
  enum Verdict {
    /// Paid, for ever.
    YES,
    /// Not paid, for ever: the reference is used up.
    NO,
    /// Not paid, and nothing was formed: the same reference may be tried again.
    NOT_FORMED,
    /// Undecided.
    OPEN,
    /// Nothing that the dialect knows.
    SENSELESS
  }

  /// One answer. Immutable.
  ///
  /// @param asked when the question was sent
  /// @param told when the answer was there
  /// @param rc the response code; empty if there is none
  /// @param body the whole answer as it came
  record Told(Instant asked, Instant told, Verdict verdict, String rc, String body) {
    boolean isFinal() {
      return verdict == Verdict.YES || verdict == Verdict.NO;
    }

    @Override
    public String toString() {
      return verdict + " (rc " + rc + ") asked " + asked + " told " + told;
    }
  }

  /// A time in which the server had no database, so that it could not know how any payment stands.
  /// Immutable.
  record Outage(Instant from, Instant to) {
    boolean meets(Told told) {
      return told.asked().isBefore(to) && told.told().isAfter(from);
    }
  }

  void add(String reference, Told told) {
    byReference.computeIfAbsent(reference, _ -> new CopyOnWriteArrayList<>()).add(told);
  }

  /// What was told last under a reference.
  Optional<Told> last(String reference) {
    return Optional.ofNullable(byReference.get(reference)).map(List::getLast);
  }

  /// What was told under each reference, in the order it was heard.
  Map<String, List<Told>> all() {
    return new TreeMap<>(byReference);
  }
}
