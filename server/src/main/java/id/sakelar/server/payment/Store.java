package id.sakelar.server.payment;

import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Family;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where inquiries and payments are kept. Every method is one short transaction, durable when it
/// returns; all may be called by many threads and by several server processes at once.
public interface Store {
  Optional<Inquiry> findInquiry(PaymentId id);

  /// Keeps an inquiry, unless one of the same or a later day stands under its id already: around
  /// midnight clocks differ, and a price that was told must not go back and forth.
  ///
  /// @return the inquiry that stands now
  Inquiry keep(Inquiry inquiry);

  Optional<Payment> findPayment(PaymentId id);

  /// The payment, of which its partner is about to be told. If it is on its way, that is noted with
  /// it: whoever ends it writes a notice.
  ///
  /// @throws IllegalStateException if there is none
  Payment findToTell(PaymentId id);

  /// Opens a payment: the payment, its hold and its first attempt in one commit.
  ///
  /// @param lease how long the attempt belongs to the caller, counted from the commit
  /// @param dayLimit the most the partner may spend on the payment's business day, if limited
  /// @throws IllegalStateException if another payment has the same reference at the biller; nothing
  ///   was changed. Likewise if it will never be known what came of it
  Opening open(Payment payment, Duration lease, @Nullable Rupiah dayLimit);

  /// Notes that a payment is refused: for as long as `memory` none is opened under this id, whoever
  /// asks. A refusal that stands already goes on to stand.
  ///
  /// @return why it is refused; empty if there is a payment
  Optional<Reason> refuse(PaymentId id, Reason reason, Duration memory);

  /// Makes an open payment that waits to be asked about due at once, unless that was done within
  /// the last `every`.
  void hurry(PaymentId id, Duration every);

  /// The payment that was sent to a biller under our reference there.
  Optional<Sent> findSent(String upstream, String reference);

  /// Whether another payment at the same biller goes by this number of the biller's.
  boolean isOfAnother(Payment payment, String number);

  /// Commits a step: state, evidence, postings and the notice to the partner together.
  ///
  /// @return the payment as committed, or empty when the stored one is no longer `step.before()`,
  ///   or the number that the biller gave it is that of another payment
  Optional<Payment> commit(Step step);

  /// Takes payments somebody must look at now: leases that ran out and questions that are due. Each
  /// is given to one caller only, until `lease` has passed.
  List<Payment> takeDue(int most, Duration lease);

  /// The newest payment of such a bill that the biller has confirmed, to prove its status channel
  /// with; looked for among its newest twenty.
  Optional<Payment> findConfirmed(String upstream, Family family);

  /// Notes that the partner is to be told how an ended payment ended, unless that is noted already.
  void tell(Payment payment);

  /// Takes notices to partners that are due, oldest first. Each is given to one caller only, until
  /// `lease` has passed, and of a payment never a newer one while an older may be on its way: while
  /// that is due within `lease`.
  List<Notice> takeNotices(int most, Duration lease);

  /// The notice was delivered, or there is nobody to tell it to, or nothing to tell any more.
  /// Closed is closed, whoever says what later.
  void close(Notice notice, boolean delivered);

  /// Nobody took the notice until patience was over. It is closed, and waits for people.
  void giveUp(Notice notice);

  /// Nobody took the notice; it is due again after `wait`, unless it was closed meanwhile.
  void postpone(Notice notice, Duration wait);

  /// Nobody could be asked to take the notice yet; as [#postpone], and not counted as a try.
  void putBack(Notice notice, Duration wait);

  /// A payment that a biller was sent.
  ///
  /// @param former whether it was given up there and sent to another since
  record Sent(Payment payment, boolean former) {}

  /// What came of opening a payment.
  sealed interface Opening {
    /// It is open; its balance is the deposit after the hold.
    record Opened(Payment payment) implements Opening {}

    /// There is one under this id already; nothing was changed.
    record Exists() implements Opening {}

    /// Certainly not opened: [Reason#FUNDS], [Reason#LIMIT], [Reason#BUSY], or the reason of a
    /// refusal that stands.
    record Refused(Reason reason) implements Opening {}
  }

  /// A partner is to be told how its payment ended.
  ///
  /// @param number orders the notices
  /// @param state the state it tells
  /// @param version the payment's, when it came to that state; of two notices of a payment the
  ///   newer one has the higher
  /// @param tries how often it was tried before
  record Notice(long number, PaymentId id, State state, int version, int tries) {}
}
