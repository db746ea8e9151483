package id.sakelar.server.front.bankplus;

import id.sakelar.server.banking.BankNetwork;
import id.sakelar.server.banking.Denial;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/// Another bank that does what a test says. Every account it has takes any amount. Thread-safe.
final class ObedientBank implements BankNetwork {
  private final Map<String, String> holders = new ConcurrentHashMap<>();
  private final Queue<Move> moves = new ConcurrentLinkedQueue<>();
  private volatile Supplier<Heard> answer = () -> new Heard.Booked("00");

  void open(String account, String name) {
    holders.put(account, name);
  }

  /// What comes of every move from now on, and of asking about it.
  void answers(Supplier<Heard> heard) {
    answer = heard;
  }

  List<Move> moves() {
    return List.copyOf(moves);
  }

  @Override
  public Found inquire(String account) {
    var name = holders.get(account);
    return name == null
        ? new Found.None(Denial.UNKNOWN_ACCOUNT)
        : new Found.Holder(name, null, true);
  }

  @Override
  public Heard move(Move move) {
    moves.add(move);
    return answer.get();
  }

  @Override
  public Heard check(Move move) {
    return answer.get();
  }
}
