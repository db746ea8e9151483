package id.sakelar.server.review;

import id.sakelar.server.payment.PaymentId;
import id.sakelar.server.payment.State;
import id.sakelar.server.review.Decision.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What decisions are about, looked up in the transaction that decides.
final class TargetsStore {
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

  private TargetsStore() {}

  /// What a proposal is about.
  sealed interface Target {
    record Found(String subject, @Nullable Long caseNumber, @Nullable Integer version)
        implements Target {}

    /// It cannot be proposed.
    record None(String why) implements Target {}
  }

  private record Stand(State state, int version) {}

  private record OpenCase(long number, String subject) {}

  static Target find(Handle handle, Proposal proposal) {
    return proposal.outcome() == Outcome.CLOSED
        ? findCase(handle, proposal)
        : findPayment(handle, proposal);
  }

  private static Target findPayment(Handle handle, Proposal proposal) {
    var id = PaymentId.ofSubject(proposal.target());
    var stand = id.flatMap(known -> stand(handle, known));
    if (stand.isEmpty()) {
      return new Target.None("there is no payment " + proposal.target());
    }
    var state = stand.get().state();
    if (state != decidedIn(proposal.outcome())) {
      return new Target.None(
          "%s is %s; only what is %s becomes %s"
              .formatted(
                  proposal.target(), state, decidedIn(proposal.outcome()), proposal.outcome()));
    }
    return new Target.Found(proposal.target(), null, stand.get().version());
  }

  /// In which state a payment can be decided so.
  private static State decidedIn(Outcome outcome) {
    return switch (outcome) {
      case SUCCEEDED, FAILED -> State.REVIEW;
      case REFUNDED -> State.SUCCEEDED;
      case CLOSED -> throw new IllegalArgumentException("a case has no state of a payment");
    };
  }

  private static Optional<Stand> stand(Handle handle, PaymentId id) {
    return handle
        .createQuery(
            """
            SELECT state, version FROM payment
            WHERE partner = :partner AND dialect = :dialect AND reference = :reference
            """)
        .bindMethods(id)
        .map((row, _) -> new Stand(State.valueOf(row.getString("state")), row.getInt("version")))
        .findOne();
  }

  private static Target findCase(Handle handle, Proposal proposal) {
    var target = proposal.target();
    var open =
        NUMBER.matcher(target).matches()
            ? openCases(handle, "number = :number::bigint", Map.of("number", target))
            : openCases(handle, "subject = :subject", Map.of("subject", target));
    if (open.isEmpty()) {
      return new Target.None("there is no open case " + target);
    }
    if (open.size() > 1) {
      return new Target.None(
          "there are several open cases about it: " + open.stream().map(OpenCase::number).toList());
    }
    var only = open.getFirst();
    return proposal.claimed() && !mayBeClaimed(handle, only.subject())
        ? new Target.None("no loss is booked for it that could be claimed back")
        : new Target.Found(only.subject(), only.number(), null);
  }

  private static List<OpenCase> openCases(
      Handle handle, String condition, Map<String, String> words) {
    return handle
        .createQuery(
            "SELECT number, subject FROM review_case WHERE closed_at IS NULL AND "
                + condition
                + " ORDER BY number")
        .bindMap(words)
        .map((row, _) -> new OpenCase(row.getLong("number"), row.getString("subject")))
        .list();
  }

  private static boolean mayBeClaimed(Handle handle, String subject) {
    return handle
        .createQuery(
            """
            SELECT EXISTS (SELECT FROM posting WHERE subject = :subject AND kind = 'LOSS')
               AND NOT EXISTS (SELECT FROM posting WHERE subject = :subject AND kind = 'CLAIM')
            """)
        .bind("subject", subject)
        .mapTo(Boolean.class)
        .one();
  }

  /// Why a proposal must not be approved any more: what it is about is not what the maker saw.
  /// Asking a biller again and hearing what was heard before, or nothing, is not news.
  static Optional<String> findWhyStale(Handle handle, Decision decision) {
    var maker = decision.maker();
    boolean retired =
        handle
            .createQuery("SELECT retired_at IS NOT NULL FROM operator WHERE name = :maker")
            .bind("maker", maker)
            .mapTo(Boolean.class)
            .one();
    if (retired) {
      return Optional.of(maker + " is retired");
    }
    return decision.outcome() == Outcome.CLOSED
        ? findWhyCaseStale(handle, decision)
        : findWhyPaymentStale(handle, decision);
  }

  private static Optional<String> findWhyCaseStale(Handle handle, Decision decision) {
    var number = Map.of("number", String.valueOf(decision.caseNumber()));
    if (openCases(handle, "number = :number::bigint", number).isEmpty()) {
      return Optional.of("the case is closed");
    }
    return decision.claimed() && !mayBeClaimed(handle, decision.subject())
        ? Optional.of("the loss is claimed back already")
        : Optional.empty();
  }

  private static Optional<String> findWhyPaymentStale(Handle handle, Decision decision) {
    var id = PaymentId.ofSubject(decision.subject()).orElseThrow();
    var state = stand(handle, id).orElseThrow().state();
    if (state != decidedIn(decision.outcome())) {
      return Optional.of("the payment is " + state);
    }
    return hasNews(handle, id, decision)
        ? Optional.of("there is news of the payment since it was proposed")
        : Optional.empty();
  }

  private static boolean hasNews(Handle handle, PaymentId id, Decision decision) {
    return handle
        .createQuery(
            """
            SELECT EXISTS (
              SELECT FROM evidence n
              WHERE n.partner = :partner AND n.dialect = :dialect AND n.reference = :reference
                AND n.version > :version
                AND (n.trouble IS NOT NULL
                     OR n.class <> 'E5' AND NOT EXISTS (
                       SELECT FROM evidence o
                       WHERE o.partner = n.partner AND o.dialect = n.dialect
                         AND o.reference = n.reference AND o.version <= :version
                         AND (o.class, o.code) = (n.class, n.code))))
            """)
        .bindMethods(id)
        .bind("version", decision.version())
        .mapTo(Boolean.class)
        .one();
  }
}
