package id.sakelar.server.review;

import id.sakelar.server.payment.ClaimStore;
import id.sakelar.server.payment.Evidence;
import id.sakelar.server.payment.Evidence.Source;
import id.sakelar.server.payment.Payment;
import id.sakelar.server.payment.PaymentId;
import id.sakelar.server.payment.Payments;
import id.sakelar.server.payment.Reason;
import id.sakelar.server.payment.Store;
import id.sakelar.server.review.Decision.State;
import id.sakelar.server.review.Ruling.Refused;
import id.sakelar.server.review.Ruling.Stands;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Decisions of two: one operator proposes, another approves, and what follows is done once.
/// Whoever calls has proven to be the operator it names. Thread-safe.
///
/// An approval and what follows from it are two commits. The second notes that the decision is
/// applied; if it did not come to that, [#applyApproved] and any later approval go on from there.
public final class Review {
  private static final Logger LOG = LoggerFactory.getLogger(Review.class);

  /// The code of evidence that people gave.
  private static final String CODE = "operator";

  private final DecisionStore decisions;
  private final Store store;
  private final Payments payments;
  private final ClaimStore claims;

  public Review(DecisionStore decisions, Store store, Payments payments, ClaimStore claims) {
    this.decisions = decisions;
    this.store = store;
    this.payments = payments;
    this.claims = claims;
  }

  /// Proposes. Nothing else changes.
  public Ruling propose(Proposal proposal, String maker) {
    return decisions.propose(proposal, maker);
  }

  /// Approves what another operator proposed, and does what follows from it.
  ///
  /// @return the decision: applied, or void if what it is about has moved on
  public Ruling approve(long number, String checker) {
    return switch (decisions.approve(number, checker)) {
      case Refused refused -> refused;
      case Stands(Decision decision) -> new Stands(apply(decision));
    };
  }

  /// Says no to what was proposed.
  ///
  /// @param note why, 1 to 1000 characters
  public Ruling reject(long number, String operator, String note) {
    return decisions.reject(number, operator, Proposal.checkedNote(note));
  }

  /// Does what follows from decisions that were approved when a process died. To be called when a
  /// server starts, and now and then: what cannot be done now is logged and left for the next time.
  public void applyApproved() {
    decisions.listApproved().forEach(this::applyLeft);
  }

  private void applyLeft(Decision decision) {
    try {
      var after = apply(decision);
      LOG.warn("decision {} was left approved and is {} now", after.number(), after.state());
    } catch (RuntimeException e) {
      LOG.error("decision {} is approved and could not be applied", decision.number());
      LOG.debug("why not", e);
    }
  }

  private Decision apply(Decision decision) {
    if (decision.state() != State.APPROVED) {
      return decision;
    }
    switch (decision.outcome()) {
      case SUCCEEDED, FAILED, REFUNDED -> hear(decision);
      case CLOSED -> claim(decision);
    }
    // where nothing followed, there was nothing left to do
    return decisions.giveUp(decision.number());
  }

  private void hear(Decision decision) {
    var id = PaymentId.ofSubject(decision.subject()).orElseThrow();
    var payment = store.findPayment(id).orElseThrow();
    var quote = payment.quote();
    payments.hear(
        quote.upstream(), quote.upstreamReference(), evidence(decision, payment), Source.OPERATOR);
  }

  private static Evidence evidence(Decision decision, Payment payment) {
    return switch (decision.outcome()) {
      case SUCCEEDED -> new Evidence.Success(CODE, decision.serial(), payment.quote().cost(), null);
      case FAILED -> new Evidence.Refused(CODE, Reason.BILLER_REFUSED);
      case REFUNDED -> new Evidence.Reversed(CODE);
      case CLOSED -> throw new IllegalArgumentException("a case is closed without evidence");
    };
  }

  private void claim(Decision decision) {
    PaymentId.ofSubject(decision.subject()).ifPresent(id -> claims.claim(id, decision.number()));
  }

  /// All decisions about a subject, oldest first.
  public List<Decision> listAbout(String subject) {
    return decisions.listAbout(subject);
  }
}
