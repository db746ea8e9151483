package id.sakelar.server.banking;

import id.sakelar.money.Rupiah;
import id.sakelar.server.banking.BankNetwork.Heard.Ambiguous;
import id.sakelar.server.banking.BankNetwork.Heard.Booked;
import id.sakelar.server.banking.BankNetwork.Heard.InProcess;
import id.sakelar.server.banking.BankNetwork.Heard.NotFound;
import id.sakelar.server.banking.BankNetwork.Heard.NotSent;
import id.sakelar.server.banking.BankNetwork.Heard.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Another bank, with accounts and books of its own, in the mood that the test puts it in. Keeps
/// every move it was ever sent under its reference, and moves nothing twice. Thread-safe.
final class PaperBank implements BankNetwork {
  static final String ESCROW = "9990001";

  /// What a bank does with the next move, or question.
  enum Mood {
    HONEST,
    /// Does it, and the answer is lost.
    SILENT,
    /// Never gets it, and nobody knows.
    DEAF,
    /// Cannot be reached.
    AWAY,
    /// Says a final no.
    UNWILLING,
    /// Has it, and does it when it is asked again.
    SLOW
  }

  private final Map<String, Rupiah> balances = new HashMap<>();
  private final Map<String, Heard> answers = new HashMap<>();
  private final Map<String, Move> waiting = new HashMap<>();
  private final List<Move> moves = new ArrayList<>();
  private volatile Supplier<Mood> mood = () -> Mood.HONEST;
  private Rupiah paidIn = Rupiah.ZERO;

  PaperBank() {
    balances.put(ESCROW, Rupiah.ZERO);
  }

  synchronized PaperBank open(String account, Rupiah balance) {
    balances.put(account, balance);
    paidIn = paidIn.plus(balance);
    return this;
  }

  /// What its holders came with.
  synchronized Rupiah paidIn() {
    return paidIn;
  }

  /// The mood of each time it is spoken to.
  PaperBank in(Supplier<Mood> moods) {
    mood = moods;
    return this;
  }

  PaperBank in(Mood always) {
    return in(() -> always);
  }

  synchronized Rupiah balance(String account) {
    return balances.getOrDefault(account, Rupiah.ZERO);
  }

  /// What all its accounts hold together.
  synchronized Rupiah sum() {
    return balances.values().stream().reduce(Rupiah.ZERO, Rupiah::plus);
  }

  /// The moves that reached it, in their order.
  synchronized List<Move> moves() {
    return List.copyOf(moves);
  }

  @Override
  public synchronized Found inquire(String account) {
    if (!balances.containsKey(account)) {
      return new Found.None(Denial.UNKNOWN_ACCOUNT);
    }
    return new Found.Holder("Holder of " + account, balances.get(account), true);
  }

  @Override
  public Heard move(Move move) {
    // a mood may wait for the test, and nobody else has to wait with it
    var now = mood.get();
    synchronized (this) {
      return switch (now) {
        case HONEST -> take(move);
        case SILENT -> {
          take(move);
          yield new Ambiguous("silence");
        }
        case DEAF -> new Ambiguous("silence");
        case AWAY -> new NotSent("refused");
        case UNWILLING -> {
          moves.add(move);
          yield answer(move, new Refused("76", Denial.INACTIVE_ACCOUNT));
        }
        case SLOW -> {
          moves.add(move);
          waiting.put(move.reference(), move);
          yield new InProcess("68");
        }
      };
    }
  }

  @Override
  public Heard check(Move move) {
    var now = mood.get();
    synchronized (this) {
      return switch (now) {
        case HONEST, SLOW, UNWILLING -> {
          var late = waiting.remove(move.reference());
          var heard = late == null ? answers.get(move.reference()) : book(late);
          yield heard == null ? new NotFound("-1") : heard;
        }
        case SILENT, DEAF -> new Ambiguous("silence");
        case AWAY -> new NotSent("refused");
      };
    }
  }

  private Heard take(Move move) {
    if (answers.containsKey(move.reference()) || waiting.containsKey(move.reference())) {
      throw new IllegalStateException("a reference is used once: " + move.reference());
    }
    moves.add(move);
    return book(move);
  }

  private Heard book(Move move) {
    if (!balances.containsKey(move.source()) || !balances.containsKey(move.target())) {
      return answer(move, new Refused("0101", Denial.UNKNOWN_ACCOUNT));
    }
    boolean tooLittle =
        !move.source().equals(ESCROW) && balances.get(move.source()).compareTo(move.amount()) < 0;
    if (tooLittle) {
      return answer(move, new Refused("51", Denial.FUNDS));
    }
    balances.merge(move.source(), move.amount().negated(), Rupiah::plus);
    balances.merge(move.target(), move.amount(), Rupiah::plus);
    return answer(move, new Booked("00"));
  }

  private Heard answer(Move move, Heard heard) {
    answers.put(move.reference(), heard);
    return heard;
  }
}
