package id.sakelar.server.front.bankplus;

import id.sakelar.money.Rupiah;
import id.sakelar.server.banking.BankNetwork;
import id.sakelar.server.banking.BankNetwork.Heard.Ambiguous;
import id.sakelar.server.banking.BankNetwork.Heard.Booked;
import id.sakelar.server.banking.BankNetwork.Heard.NotFound;
import id.sakelar.server.banking.BankNetwork.Heard.NotSent;
import id.sakelar.server.banking.BankNetwork.Heard.Refused;
import id.sakelar.server.banking.Denial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Another bank that does as a test tells it. Safe for many threads.
final class PuppetBank implements BankNetwork {
  static final String ESCROW = "999000111";

  private final Map<String, Found.Holder> holders = new HashMap<>();
  private final Map<String, Rupiah> balances = new HashMap<>();
  private final Map<String, Move> moves = new HashMap<>();
  private Mood mood = Mood.HONEST;

  /// How it behaves.
  enum Mood {
    HONEST,
    /// Cannot be reached.
    AWAY,
    /// Moves the money, and nobody hears of it, not even who asks.
    SILENT,
    /// Moves nothing, and says so.
    UNWILLING
  }

  PuppetBank() {
    balances.put(ESCROW, Rupiah.ZERO);
  }

  synchronized void open(String account, String name, Rupiah balance, boolean active) {
    holders.put(account, new Found.Holder(name, balance, active));
    balances.put(account, balance);
  }

  synchronized void set(Mood other) {
    mood = other;
  }

  synchronized Rupiah balance(String account) {
    return balances.getOrDefault(account, Rupiah.ZERO);
  }

  synchronized List<Move> moves() {
    return new ArrayList<>(moves.values());
  }

  @Override
  public synchronized Found inquire(String account) {
    if (mood == Mood.AWAY) {
      return new Found.None(Denial.BANK_UNREACHABLE);
    }
    var holder = holders.get(account);
    return holder == null
        ? new Found.None(Denial.UNKNOWN_ACCOUNT)
        : new Found.Holder(holder.name(), balance(account), holder.active());
  }

  @Override
  public synchronized Heard move(Move move) {
    return switch (mood) {
      case HONEST -> book(move);
      case AWAY -> new NotSent("not sent");
      case SILENT -> {
        book(move);
        yield new Ambiguous("no answer");
      }
      case UNWILLING -> new Refused("-1", Denial.BANK_REFUSED);
    };
  }

  @Override
  public synchronized Heard check(Move move) {
    if (mood == Mood.SILENT || mood == Mood.AWAY) {
      return new Ambiguous("no answer");
    }
    return moves.containsKey(move.reference()) ? new Booked("00") : new NotFound("-1");
  }

  private Heard book(Move move) {
    if (!balances.containsKey(move.source()) || !balances.containsKey(move.target())) {
      return new Refused("0101", Denial.UNKNOWN_ACCOUNT);
    }
    boolean isPoor = balance(move.source()).compareTo(move.amount()) < 0;
    if (isPoor && !move.source().equals(ESCROW)) {
      return new Refused("-1", Denial.FUNDS);
    }
    if (moves.putIfAbsent(move.reference(), move) != null) {
      throw new IllegalStateException("a reference is used once");
    }
    balances.merge(move.source(), move.amount().negated(), Rupiah::plus);
    balances.merge(move.target(), move.amount(), Rupiah::plus);
    return new Booked("00");
  }
}
