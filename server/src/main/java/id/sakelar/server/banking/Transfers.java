package id.sakelar.server.banking;

import id.sakelar.ledger.AccountId;
import id.sakelar.ledger.Posting;
import id.sakelar.money.Rupiah;
import id.sakelar.server.banking.BankNetwork.Heard;
import id.sakelar.server.banking.TransferChange.Move;
import id.sakelar.server.banking.TransferChange.Open;
import id.sakelar.server.banking.TransferStore.Committing;
import id.sakelar.server.banking.TransferStore.Opening;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes transfers, at our own bank and between banks: runs what the [TransferMachine] decides.
/// Thread-safe; calls block, and are meant for virtual threads.
///
/// A transfer runs on a thread of its own, so that a caller who hangs up stops nothing. No
/// transaction is open while a bank is asked.
public final class Transfers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Transfers.class);

  private final TransferStore store;
  private final AccountStore accounts;
  private final LeaveStore leaves;
  private final OurBank bank;
  private final Correspondents banks;
  private final TransferMachine machine;
  private final Refnums refnums;
  private final InstantSource clock;
  private final Duration answerWithin;
  private final Map<TransferId, Attempt> running = new ConcurrentHashMap<>();
  private volatile boolean closing;

  /// Transfers between our bank and these others.
  ///
  /// @param lines to other banks, by their codes
  /// @param chance begins the numbers of our references at other banks
  /// @param answerWithin how long a caller waits before it is told "pending"
  public Transfers(
      TransferStore store,
      AccountStore accounts,
      LeaveStore leaves,
      OurBank bank,
      Map<String, Line> lines,
      InstantSource clock,
      RandomGenerator chance,
      Duration answerWithin) {
    this.store = store;
    this.accounts = accounts;
    this.leaves = leaves;
    this.bank = bank;
    this.banks = new Correspondents(lines, clock);
    this.machine = new TransferMachine(bank, lines);
    this.refnums = new Refnums(chance);
    this.clock = clock;
    this.answerWithin = answerWithin;
  }

  /// Whose account it is, at whatever bank.
  public Looking look(End end) {
    if (!bank.isOurs(end)) {
      return banks.look(end);
    }
    return accounts
        .find(end.account())
        .<Looking>map(
            ours -> new Looking.Seen(ours.holder(), accounts.balance(ours), ours.active(), null))
        .orElse(new Looking.Unseen(Denial.UNKNOWN_ACCOUNT));
  }

  /// As [#look], giving leave to send money there once, within `life`. There is none to an account
  /// that is not active.
  ///
  /// @param owner as in [TransferId]
  /// @param form of the token
  /// @param fee the transfer will cost
  public Looking leave(String owner, End end, TokenForm form, Rupiah fee, Duration life) {
    return switch (look(end)) {
      case Looking.Unseen unseen -> unseen;
      case Looking.Seen(var holder, var balance, boolean active, _) -> {
        if (!active) {
          yield new Looking.Unseen(Denial.INACTIVE_ACCOUNT);
        }
        var now = now();
        var terms = new LeaveStore.Terms(owner, end, holder.name(), fee, now, now.plus(life));
        yield new Looking.Seen(holder, balance, active, leaves.give(form, terms));
      }
    };
  }

  /// The leave of a token that this owner has, used or not, over or not.
  public Optional<Leave> findLeave(String owner, String token) {
    return leaves.find(owner, token);
  }

  /// Makes a transfer, or tells how the one under the same id stands, or the one that the same
  /// owner wished for a moment ago in the same words where neither has a reference of its own.
  ///
  /// @param waited how long the caller has waited already: who has hung up by now has nothing begun
  ///   in its name
  /// @throws IllegalArgumentException if an account of another bank is to pay a fee
  public Making make(Order order, Duration waited) {
    if (!bank.isOurs(order.source()) && order.fee().isPositive()) {
      throw new IllegalArgumentException("only accounts of our bank pay fees");
    }
    var patience = answerWithin.minus(waited);
    if (!patience.isPositive()) {
      return tooLate(order);
    }
    var attempt = running.computeIfAbsent(order.id(), _ -> new Attempt(this, order));
    if (!attempt.order().fingerprint().equals(order.fingerprint())) {
      return new Making.Refused(Denial.REFERENCE_USED);
    }
    return switch (attempt.await(patience)) {
      case Making.Known known -> known;
      case Making.InDoubt inDoubt -> inDoubt;
      case Making.Refused refused -> unlessMade(order, refused);
    };
  }

  private Making tooLate(Order order) {
    return running.containsKey(order.id())
        ? new Making.InDoubt()
        : unlessMade(order, new Making.Refused(Denial.BUSY));
  }

  /// A no is said only while there is no transfer: another server process may have made one under
  /// the same id meanwhile.
  private Making unlessMade(Order order, Making.Refused refused) {
    return store.find(order.id()).map(known -> told(order, known)).orElse(refused);
  }

  private static Making told(Order order, Transfer known) {
    return known.order().fingerprint().equals(order.fingerprint())
        ? new Making.Known(known)
        : new Making.Refused(Denial.REFERENCE_USED);
  }

  /// How a transfer stands. Waits for one that is just being opened.
  public Optional<Transfer> find(TransferId id) {
    // looked at first: an attempt that ends in between has left its transfer to be found
    var begun = running.get(id);
    var known = store.find(id);
    if (known.isPresent() || begun == null) {
      return known;
    }
    return switch (begun.await(answerWithin)) {
      case Making.Known(Transfer transfer) -> Optional.of(transfer);
      case Making.InDoubt _, Making.Refused _ -> store.find(id);
    };
  }

  /// The reversal of a transfer that is booked or under way, if there is one.
  public Optional<Transfer> findReversal(TransferId id) {
    return store.findReversal(id);
  }

  /// The whole of a transfer, on the attempt's own thread.
  Making run(Attempt attempt) {
    var order = attempt.order();
    var known = store.find(order.id());
    if (known.isPresent()) {
      return told(order, known.get());
    }
    var denial = findDenial(order);
    if (denial.isPresent()) {
      return new Making.Refused(denial.get());
    }
    if (order.opening() != null) {
      accounts.openSavings(order.opening());
    }
    return attempt.mayOpen() ? open(order, ends(order)) : new Making.Refused(Denial.BUSY);
  }

  /// What can be said before anything is locked.
  private Optional<Denial> findDenial(Order order) {
    if (order.amount().plus(order.fee()).compareTo(Posting.MOST) > 0) {
      return Optional.of(Denial.FUNDS);
    }
    return findDenial(order.source())
        .or(() -> order.opening() == null ? findDenial(order.target()) : Optional.empty());
  }

  private Optional<Denial> findDenial(End end) {
    if (!bank.isOurs(end)) {
      return banks.findDenial(end);
    }
    return accounts.find(end.account()).isPresent()
        ? Optional.empty()
        : Optional.of(Denial.UNKNOWN_ACCOUNT);
  }

  private Ends ends(Order order) {
    var target = order.opening() != null ? savings(order) : books(order.target());
    return new Ends(books(order.source()), target);
  }

  private static AccountId savings(Order order) {
    return AccountStore.savings(order.target().account());
  }

  private @Nullable AccountId books(End end) {
    return bank.isOurs(end) ? accounts.find(end.account()).orElseThrow().books() : null;
  }

  private Making open(Order order, Ends ends) {
    var now = now();
    var transfer = machine.open(order, now, refnums.next(now));
    var wake = transfer.state().isFinal() ? null : machine.lease(transfer);
    return switch (store.open(new Open(transfer, ends, machine.opening(order), wake))) {
      case Opening.Opened(Transfer opened) ->
          new Making.Known(proceed(new Progress(opened, !opened.state().isFinal()), ends));
      case Opening.Exists(TransferId id) -> tellExisting(order, id);
      case Opening.Refused(Denial why) -> new Making.Refused(why);
      case Opening.LegTaken _ -> open(order, ends);
    };
  }

  /// Another wish in the same words may still run here: its end is worth waiting for.
  private Making tellExisting(Order order, TransferId id) {
    var begun = running.get(id);
    if (begun != null && !id.equals(order.id())) {
      begun.await(answerWithin);
    }
    return told(order, store.find(id).orElseThrow());
  }

  /// Sends what has to be sent until nothing has to be any more.
  private Transfer proceed(Progress begun, Ends ends) {
    var progress = begun;
    while (progress.sends()) {
      var sent = progress.transfer();
      progress = hear(sent, banks.send(sent), ends);
    }
    return progress.transfer();
  }

  /// Commits what an answer changes, with nothing in between that could lose it. When somebody else
  /// was faster, decides again upon what stands now.
  private Progress hear(Transfer asked, Heard heard, Ends ends) {
    var stands = asked;
    while (true) {
      var now = now();
      var step = machine.hear(stands, asked.trail(), heard, now, refnums.next(now));
      if (step.isEmpty()) {
        return new Progress(stands, false);
      }
      var progress = commit(step.get(), ends);
      if (progress.isPresent()) {
        return progress.get();
      }
      stands = store.find(asked.id()).orElseThrow();
    }
  }

  /// Empty when it has to be decided again.
  private Optional<Progress> commit(TransferStep step, Ends ends) {
    return switch (store.commit(new Move(step, ends))) {
      case Committing.Committed(Transfer committed) -> {
        warn(step);
        yield Optional.of(new Progress(committed, step.sends()));
      }
      case Committing.MovedOn _, Committing.LegTaken _ -> Optional.empty();
      case Committing.Refused(Denial why) -> {
        var now = now();
        yield commit(machine.refuse(step, why, now, refnums.next(now)), ends);
      }
    };
  }

  private static void warn(TransferStep step) {
    if (step.trouble() != null) {
      LOG.error(
          "{} is {}, and people must look: {}",
          step.after().id(),
          step.after().state(),
          step.trouble());
    }
  }

  /// Transfers somebody must look at now. Each is given to one caller only, until `lease` has
  /// passed. For recovery.
  public List<Transfer> takeDue(int most, Duration lease) {
    return store.takeDue(most, lease);
  }

  /// Goes on with a transfer that is open: asks the bank how it stands, or sends again what
  /// certainly did not arrive. For recovery.
  ///
  /// @return the transfer afterwards
  public Transfer resume(Transfer transfer) {
    if (transfer.state().isFinal()) {
      return transfer;
    }
    var ends = ends(transfer.order());
    if (transfer.trail().reference() != null) {
      return proceed(hear(transfer, banks.ask(transfer), ends), ends);
    }
    var now = now();
    return commit(machine.goOn(transfer, now, refnums.next(now)), ends)
        .map(progress -> proceed(progress, ends))
        .orElse(transfer);
  }

  /// As exact as it is stored, so that a transfer read again is the transfer that was answered.
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /// Lets no more transfers be opened, and waits for those that run until their callers' patience
  /// is over; what is still open then is left to recovery.
  @Override
  public void close() {
    closing = true;
    var end = now().plus(answerWithin);
    running.values().forEach(attempt -> attempt.await(left(end)));
  }

  private Duration left(Instant end) {
    var left = Duration.between(now(), end);
    return left.isNegative() ? Duration.ZERO : left;
  }

  boolean isClosing() {
    return closing;
  }

  void ended(Attempt attempt) {
    running.remove(attempt.order().id(), attempt);
  }

  /// A transfer as it stands, and whether something of it has to be sent now.
  private record Progress(Transfer transfer, boolean sends) {}

  /// What a token looks like.
  public enum TokenForm {
    /// 32 hexadecimal digits, 128 random bits; stored hashed.
    CODE,
    /// Nine digits, the first not zero.
    NUMBER
  }

  /// What came of looking.
  public sealed interface Looking {
    /// There is such an account.
    ///
    /// @param token null where no leave was asked for
    /// @param balance null where the bank does not say
    record Seen(Holder holder, @Nullable Rupiah balance, boolean active, @Nullable String token)
        implements Looking {}

    record Unseen(Denial why) implements Looking {}
  }

  /// Leave to send money to one account, once.
  ///
  /// @param token as it is stored, for an order to use up
  public record Leave(
      String token,
      String owner,
      End end,
      String name,
      Rupiah fee,
      Instant expiresAt,
      boolean used) {
    @Override
    public String toString() {
      return "Leave[used=" + used + "]";
    }
  }

  /// How a wanted transfer stands.
  public sealed interface Making {
    /// There is a transfer, and this is its newest committed state.
    record Known(Transfer transfer) implements Making {}

    /// There may be a transfer; it is not known yet. To be told as pending.
    record InDoubt() implements Making {}

    /// There is no transfer and there will be none of this request.
    record Refused(Denial why) implements Making {}
  }
}
