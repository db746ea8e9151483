package id.sakelar.server.banking;

import static java.util.Objects.requireNonNull;

import id.sakelar.server.banking.BankNetwork.Found;
import id.sakelar.server.banking.BankNetwork.Heard;
import id.sakelar.server.banking.BankNetwork.Move;
import id.sakelar.server.banking.Transfers.Looking;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// The other banks, and what is said to them: who holds an account, and the moves of transfers
/// between their accounts and our escrow there. Thread-safe; calls block as long as a bank takes.
final class Correspondents {
  private static final int LONGEST_REMARK = 100;

  private final Map<String, Line> lines;
  private final InstantSource clock;

  Correspondents(Map<String, Line> lines, InstantSource clock) {
    this.lines = Map.copyOf(lines);
    this.clock = clock;
  }

  /// Why nothing can be sent to this end or come from it, if so. Our escrow accounts are nobody
  /// else's to use.
  Optional<Denial> findDenial(End end) {
    var line = lines.get(end.bank());
    if (line == null) {
      return Optional.of(Denial.UNKNOWN_BANK);
    }
    return line.escrow().equals(end.account())
        ? Optional.of(Denial.UNKNOWN_ACCOUNT)
        : Optional.empty();
  }

  Looking look(End end) {
    var denial = findDenial(end);
    if (denial.isPresent()) {
      return new Looking.Unseen(denial.get());
    }
    var network = requireNonNull(lines.get(end.bank())).network();
    return switch (network.inquire(end.account())) {
      case Found.Holder(String name, var balance, boolean active) ->
          new Looking.Seen(new Holder(name, "", "", ""), balance, active, null);
      case Found.None(Denial why) -> new Looking.Unseen(why);
    };
  }

  /// Sends what is under way, once: unless committing it took so long that others may have asked
  /// about it already.
  Heard send(Transfer transfer) {
    var line = lines.get(TransferMachine.asked(transfer).bank());
    var sentAt = transfer.trail().sentAt();
    if (line == null || sentAt == null) {
      return new Heard.NotSent("no such line");
    }
    var latest = sentAt.plus(line.lease()).minus(line.readBudget());
    return clock.instant().isAfter(latest)
        ? new Heard.NotSent("opened too late")
        : line.network().move(move(transfer, line));
  }

  /// Asks how what is under way stands. A question that was not sent says nothing.
  Heard ask(Transfer transfer) {
    var line = lines.get(TransferMachine.asked(transfer).bank());
    if (line == null) {
      return new Heard.Ambiguous("no such line");
    }
    var heard = line.network().check(move(transfer, line));
    return heard instanceof Heard.NotSent(String code) ? new Heard.Ambiguous(code) : heard;
  }

  private static Move move(Transfer transfer, Line line) {
    var order = transfer.order();
    boolean within = order.source().bank().equals(order.target().bank());
    var escrow = line.escrow();
    return switch (transfer.state()) {
      case DEBITING ->
          move(transfer, order.source().account(), within ? order.target().account() : escrow);
      case CREDITING -> move(transfer, escrow, order.target().account());
      case RETURNING -> move(transfer, escrow, order.source().account());
      case BOOKED, FAILED -> throw new IllegalStateException("nothing is under way: " + transfer);
    };
  }

  private static Move move(Transfer transfer, String source, String target) {
    var trail = transfer.trail();
    if (trail.reference() == null || trail.sentAt() == null) {
      throw new IllegalStateException("no bank is asked: " + transfer);
    }
    var amount = transfer.order().amount();
    return new Move(source, target, amount, trail.reference(), remark(transfer), trail.sentAt());
  }

  private static String remark(Transfer transfer) {
    var remark = transfer.order().facts().remark();
    if (remark.isBlank()) {
      return "Transfer";
    }
    return remark.length() > LONGEST_REMARK ? remark.substring(0, LONGEST_REMARK) : remark;
  }
}
