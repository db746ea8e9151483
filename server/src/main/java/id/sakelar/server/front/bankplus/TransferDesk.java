package id.sakelar.server.front.bankplus;

import id.sakelar.http.Correlation;
import id.sakelar.server.banking.AccountStore;
import id.sakelar.server.banking.Denial;
import id.sakelar.server.banking.End;
import id.sakelar.server.banking.Order;
import id.sakelar.server.banking.Orders.Composing;
import id.sakelar.server.banking.Teller;
import id.sakelar.server.banking.Transfer;
import id.sakelar.server.banking.Transfers;
import id.sakelar.server.banking.Transfers.Making;
import id.sakelar.wire.bankplus.Reply;
import id.sakelar.wire.bankplus.Sentence;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has transfers made, and says how they stand. What has ended is told from the transfer alone, so
/// that it is the same however often it is told. Thread-safe.
record TransferDesk(Transfers transfers, AccountStore accounts, LookDesk looks, Refuser refuser) {
  private static final Logger LOG = LoggerFactory.getLogger(TransferDesk.class);

  /// How a transfer is told.
  ///
  /// @param receipt when it is booked
  /// @param refusal when there is none
  record Words<A>(Function<Transfer, A> receipt, Function<Denial, Sentence> refusal) {
    static <A> Words<A> within(Function<Transfer, A> receipt) {
      return new Words<>(receipt, Denials::within);
    }
  }

  /// The agent as whoever orders.
  Teller teller(Visit visit) {
    var agent = visit.agent();
    var own =
        accounts
            .find(agent.account())
            .orElseThrow(() -> new IllegalStateException("an agent without an account"));
    return new Teller(agent.partner(), visit.partner().limits(), own.number(), own.holder().name());
  }

  /// Makes a transfer, or tells how the one stands that is asked for again.
  ///
  /// @param end the customer's; null for an account that is not there yet
  <A> Reply<A> make(Visit visit, @Nullable End end, Composing composing, Words<A> words) {
    return switch (composing) {
      case Composing.Composed(Order order) -> told(visit, end, make(order), words);
      case Composing.Denied(Denial why) -> deny(visit, end, why, words);
    };
  }

  /// From here on money may have moved, and whatever breaks off is told as pending.
  private Making make(Order order) {
    try {
      return transfers.make(order, Correlation.waited());
    } catch (RuntimeException e) {
      LOG.error("call {}: the answer of {} broke off", Correlation.current(), order.id());
      LOG.debug("why it broke off", e);
      return new Making.InDoubt();
    }
  }

  private <A> Reply<A> told(Visit visit, @Nullable End end, Making making, Words<A> words) {
    return switch (making) {
      case Making.Known(Transfer transfer) -> told(visit, transfer, words);
      case Making.InDoubt _ -> Reply.pending();
      case Making.Refused(Denial why) -> deny(visit, end, why, words);
    };
  }

  private <A> Reply<A> told(Visit visit, Transfer transfer, Words<A> words) {
    return switch (transfer.state()) {
      case BOOKED -> Reply.done(words.receipt().apply(transfer), AgentTelling.card(visit.agent()));
      case FAILED -> refuser.no(words.refusal().apply(reason(transfer)), transfer);
      case DEBITING, CREDITING, RETURNING -> Reply.pending();
    };
  }

  private static Denial reason(Transfer transfer) {
    var ending = transfer.ending();
    var reason = ending == null ? null : ending.reason();
    return reason == null ? Denial.BANK_REFUSED : reason;
  }

  private <A> Reply<A> deny(Visit visit, @Nullable End end, Denial why, Words<A> words) {
    var sentence = words.refusal().apply(why);
    return end != null && Denials.isTelling(why)
        ? looks.betray(visit, end, why != Denial.UNKNOWN_ACCOUNT, sentence)
        : refuser.no(sentence);
  }
}
