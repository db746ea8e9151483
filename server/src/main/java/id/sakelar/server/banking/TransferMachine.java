package id.sakelar.server.banking;

import id.sakelar.server.banking.BankNetwork.Heard;
import id.sakelar.server.banking.BankNetwork.Heard.Ambiguous;
import id.sakelar.server.banking.BankNetwork.Heard.Booked;
import id.sakelar.server.banking.BankNetwork.Heard.InProcess;
import id.sakelar.server.banking.BankNetwork.Heard.NotFound;
import id.sakelar.server.banking.BankNetwork.Heard.NotSent;
import id.sakelar.server.banking.BankNetwork.Heard.Refused;
import id.sakelar.server.banking.Transfer.Ending;
import id.sakelar.server.banking.Transfer.Trail;
import id.sakelar.server.banking.TransferStep.Movement;
import id.sakelar.server.banking.TransferStep.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The state machine of transfers. It decides and does nothing else: no clock, no chance, no I/O;
/// of a line it reads what is known of the bank and never asks it. Immutable, and so thread-safe.
///
/// Time alone never decides anything; only what a bank says does, and whatever is in doubt stays
/// where it is. What has left the source goes on to the target or back, for as long as it takes.
final class TransferMachine {
  /// How many answers in a row must know nothing of a move before it counts as never made.
  static final int NOT_FOUND_TIMES = 3;

  /// How often a target's bank is tried that certainly got nothing, before the source has its money
  /// back.
  private static final int MOST_LEGS = 12;

  private static final Duration DEFAULT_LEASE = Duration.ofMinutes(2);

  private final OurBank bank;
  private final Map<String, Line> lines;

  /// @param lines to other banks, by their codes
  TransferMachine(OurBank bank, Map<String, Line> lines) {
    this.bank = bank;
    this.lines = Map.copyOf(lines);
  }

  /// A transfer as it is opened. Its numbers are given by the store.
  ///
  /// @param reference at the bank that is asked first, where one is
  Transfer open(Order order, Instant now, String reference) {
    var state =
        switch (route(order)) {
          case OURS -> TransferState.BOOKED;
          case OUT -> TransferState.CREDITING;
          case IN, ACROSS, WITHIN -> TransferState.DEBITING;
        };
    boolean booked = state == TransferState.BOOKED;
    return new Transfer(
        order,
        0,
        LocalDate.ofInstant(now, Refnums.JAKARTA),
        now,
        state,
        1,
        booked ? Trail.NONE : Trail.NONE.sent(reference, now),
        booked ? new Ending(null, now) : null,
        null);
  }

  /// What the books move when a transfer is opened.
  Movement opening(Order order) {
    return switch (route(order)) {
      case OURS -> Movement.SETTLE;
      case OUT -> Movement.HOLD;
      case IN, ACROSS, WITHIN -> Movement.NONE;
    };
  }

  Route route(Order order) {
    return Route.of(order, bank);
  }

  /// The end at whose bank something is under way.
  static End asked(Transfer transfer) {
    return transfer.state() == TransferState.CREDITING
        ? transfer.order().target()
        : transfer.order().source();
  }

  /// How long something that is sent now belongs to who sends it.
  Duration lease(Transfer transfer) {
    var line = lines.get(asked(transfer).bank());
    return line == null ? DEFAULT_LEASE : line.lease();
  }

  /// What an answer changes, or empty when it changes nothing: what is said of something that is no
  /// longer under way was heard in another way before.
  ///
  /// @param asked the trail when the bank was asked
  /// @param next the reference of what may have to be sent next
  Optional<TransferStep> hear(
      Transfer transfer, Trail asked, Heard heard, Instant now, String next) {
    boolean over = !Objects.equals(transfer.trail().reference(), asked.reference());
    var it = new Moment(transfer, heard, now, next);
    if (over && !transfer.state().isFinal()) {
      return isLate(asked, heard)
          ? Optional.of(
              open(it, transfer.state(), transfer.trail(), Movement.NONE, Trouble.LATE_SUCCESS))
          : Optional.empty();
    }
    return switch (transfer.state()) {
      case DEBITING -> Optional.of(whileDebiting(it, heard));
      case CREDITING -> Optional.of(whileCrediting(it, heard));
      case RETURNING -> Optional.of(whileReturning(it, heard));
      case BOOKED -> afterBooking(it, heard);
      case FAILED -> afterFailure(it, asked, heard);
    };
  }

  private TransferStep whileDebiting(Moment it, Heard heard) {
    return switch (heard) {
      case Booked _ -> debited(it);
      case Refused(_, Denial why) -> fail(it, why, Movement.NONE);
      case NotSent _ -> fail(it, Denial.BANK_UNREACHABLE, Movement.NONE);
      case NotFound _ ->
          isFinal(it) ? fail(it, Denial.BANK_REFUSED, Movement.NONE) : countNotFound(it);
      case InProcess _, Ambiguous _ -> stay(it);
    };
  }

  private TransferStep debited(Moment it) {
    return route(it.transfer().order()) == Route.ACROSS
        ? begin(it, TransferState.CREDITING, null, Movement.TAKE)
        : book(it);
  }

  private TransferStep whileCrediting(Moment it, Heard heard) {
    return switch (heard) {
      case Booked _ -> book(it);
      case Refused(_, Denial why) -> giveBack(it, why);
      case NotSent _ ->
          route(it.transfer().order()) == Route.OUT || it.transfer().trail().legs() > MOST_LEGS
              ? giveBack(it, Denial.BANK_UNREACHABLE)
              : rest(it, null);
      case NotFound _ -> isFinal(it) ? giveBack(it, Denial.BANK_REFUSED) : countNotFound(it);
      case InProcess _, Ambiguous _ -> stay(it);
    };
  }

  private TransferStep giveBack(Moment it, Denial why) {
    return route(it.transfer().order()) == Route.OUT
        ? fail(it, ofTarget(why), Movement.RELEASE)
        : begin(it, TransferState.RETURNING, ofTarget(why), Movement.NONE);
  }

  /// Why the target's bank said no, as it may be told to who pays: what is wrong with our own
  /// account there is none of its business.
  private static Denial ofTarget(Denial why) {
    return switch (why) {
      case UNKNOWN_ACCOUNT, INACTIVE_ACCOUNT, UNKNOWN_BANK, CEILING, BANK_UNREACHABLE -> why;
      case FUNDS,
          MONTH_LIMIT,
          AGENT_LIMIT,
          NO_LEAVE,
          REFERENCE_USED,
          TERMS,
          NOT_FOUND,
          NOT_REVERSIBLE,
          ALREADY_REVERSED,
          HAS_ACCOUNT,
          BANK_REFUSED,
          BUSY ->
          Denial.BANK_REFUSED;
    };
  }

  private TransferStep whileReturning(Moment it, Heard heard) {
    return switch (heard) {
      case Booked _ -> fail(it, refusal(it.transfer()), Movement.RELEASE);
      case Refused _ -> rest(it, Trouble.NOT_TAKEN_BACK);
      case NotSent _ -> rest(it, null);
      case NotFound _ -> isFinal(it) ? rest(it, null) : countNotFound(it);
      case InProcess _, Ambiguous _ -> stay(it);
    };
  }

  private static Optional<TransferStep> afterBooking(Moment it, Heard heard) {
    return heard instanceof Refused
        ? Optional.of(note(it, Trouble.CONTRADICTION))
        : Optional.empty();
  }

  /// Whether a bank says yes to something after the first leg that had ended as a no: else nothing
  /// would have followed it.
  private static boolean isLate(Trail asked, Heard heard) {
    return heard instanceof Booked && asked.legs() > 1;
  }

  /// A transfer that was given back failed because the bank said yes to the last leg of it.
  private static Optional<TransferStep> afterFailure(Moment it, Trail asked, Heard heard) {
    int legs = it.transfer().trail().legs();
    boolean late =
        legs == 1 ? heard instanceof Booked : asked.legs() < legs && isLate(asked, heard);
    return late ? Optional.of(note(it, Trouble.LATE_SUCCESS)) : Optional.empty();
  }

  /// Goes on with a transfer that no bank is working on: sends again, or tries again to give back
  /// what the source had no room for.
  TransferStep goOn(Transfer transfer, Instant now, String next) {
    var it = new Moment(transfer, null, now, next);
    return route(transfer.order()) == Route.OUT
        ? fail(it, refusal(transfer), Movement.RELEASE)
        : begin(it, transfer.state(), transfer.trail().refusal(), Movement.NONE);
  }

  /// What becomes of a step that the books refuse: our own target cannot take the money, which goes
  /// back; or our own source cannot take it back, which waits for room.
  TransferStep refuse(TransferStep step, Denial why, Instant now, String next) {
    var it = new Moment(step.before(), step.heard(), now, next);
    return switch (step.movement()) {
      case SETTLE -> begin(it, TransferState.RETURNING, why, Movement.TAKE);
      case RELEASE -> restFull(it, step.after());
      case NONE, HOLD, TAKE ->
          throw new IllegalStateException(
              "the books refuse a step: " + step.movement() + " " + why);
    };
  }

  private TransferStep restFull(Moment it, Transfer failed) {
    var ending = failed.ending();
    var trail = it.transfer().trail().rested(ending == null ? null : ending.reason());
    return open(it, it.transfer().state(), trail, Movement.NONE, Trouble.SOURCE_FULL);
  }

  /// "Not found" counts as a no by the whole rule only: the bank's line says so, it was heard often
  /// enough and far enough apart, and whatever comes late is refused by now.
  private boolean isFinal(Moment it) {
    var line = lines.get(asked(it.transfer()).bank());
    var trail = it.transfer().trail();
    var sentAt = trail.sentAt();
    return line != null
        && sentAt != null
        && line.notFoundFinal()
        && isApart(line, it)
        && trail.notFounds() + 1 >= NOT_FOUND_TIMES
        && !it.now().isBefore(sentAt.plus(line.notFoundAfter()))
        && it.now().isAfter(sentAt.plus(line.lease()));
  }

  private static boolean isApart(Line line, Moment it) {
    var last = it.transfer().trail().lastNotFoundAt();
    return last == null || !it.now().isBefore(last.plus(line.notFoundApart()));
  }

  private TransferStep countNotFound(Moment it) {
    var line = lines.get(asked(it.transfer()).bank());
    boolean counts = line != null && isApart(line, it);
    var trail = it.transfer().trail().notFound(it.now(), counts);
    return open(it, it.transfer().state(), trail, Movement.NONE, null);
  }

  private TransferStep stay(Moment it) {
    var trail = it.transfer().trail().polled();
    return open(it, it.transfer().state(), trail, Movement.NONE, null);
  }

  /// Nothing is under way any more, and something will be sent again.
  private TransferStep rest(Moment it, @Nullable Trouble trouble) {
    var trail = it.transfer().trail().rested(it.transfer().trail().refusal());
    return open(it, it.transfer().state(), trail, Movement.NONE, trouble);
  }

  private TransferStep open(
      Moment it, TransferState state, Trail trail, Movement movement, @Nullable Trouble trouble) {
    var line = lines.get(asked(it.transfer()).bank());
    var wake = BankPolling.after(it.transfer().trail().polls(), line == null ? 1 : line.pace());
    var after = next(it.transfer(), state, trail, null);
    return new TransferStep(it.transfer(), after, it.heard(), movement, wake, trouble);
  }

  /// Something is sent under a reference of its own as soon as this is committed. Waits grow on
  /// where the same is only sent again.
  private TransferStep begin(
      Moment it, TransferState state, @Nullable Denial refusal, Movement movement) {
    boolean again = it.transfer().state() == state;
    var trail = it.transfer().trail().begun(it.next(), it.now(), again, refusal);
    var after = next(it.transfer(), state, trail, null);
    return new TransferStep(it.transfer(), after, it.heard(), movement, lease(after), null);
  }

  private static TransferStep book(Moment it) {
    return end(it, TransferState.BOOKED, null, Movement.SETTLE);
  }

  private static TransferStep fail(Moment it, Denial why, Movement movement) {
    return end(it, TransferState.FAILED, why, movement);
  }

  private static TransferStep end(
      Moment it, TransferState state, @Nullable Denial why, Movement movement) {
    var trail = it.transfer().trail().ended();
    var after = next(it.transfer(), state, trail, new Ending(why, it.now()));
    return new TransferStep(it.transfer(), after, it.heard(), movement, null, null);
  }

  private static TransferStep note(Moment it, Trouble trouble) {
    var transfer = it.transfer();
    var after = next(transfer, transfer.state(), transfer.trail(), transfer.ending());
    return new TransferStep(transfer, after, it.heard(), Movement.NONE, null, trouble);
  }

  private static Transfer next(
      Transfer transfer, TransferState state, Trail trail, @Nullable Ending ending) {
    return new Transfer(
        transfer.order(),
        transfer.number(),
        transfer.day(),
        transfer.openedAt(),
        state,
        transfer.version() + 1,
        trail,
        ending,
        transfer.journal());
  }

  private static Denial refusal(Transfer transfer) {
    var refusal = transfer.trail().refusal();
    return refusal == null ? Denial.BANK_REFUSED : refusal;
  }

  /// What is decided upon.
  private record Moment(Transfer transfer, @Nullable Heard heard, Instant now, String next) {}
}
