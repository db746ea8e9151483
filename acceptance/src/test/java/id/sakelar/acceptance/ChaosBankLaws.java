package id.sakelar.acceptance;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import id.sakelar.acceptance.ChaosBanks.Host;
import id.sakelar.acceptance.ChaosMoves.Moved;
import id.sakelar.money.Rupiah;
import id.sakelar.server.banking.End;
import id.sakelar.simulator.bankplus.Move;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What holds between banks whatever died: our books, the other banks' books and the transfers
/// agree, and no money is in neither bank or in both. Collects what does not hold. For one thread.
final class ChaosBankLaws {
  private static final String OURS = "009";

  private final List<String> broken = new ArrayList<>();
  private final ChaosMoves facts;
  private final List<Host> hosts;
  private final Map<String, Moved> transfers;

  ChaosBankLaws(ChaosMoves facts, List<Host> hosts) {
    this.facts = facts;
    this.hosts = hosts;
    this.transfers = facts.transfers().stream().collect(toMap(Moved::reference, it -> it));
  }

  /// Each broken law with whatever breaks it; empty if none is.
  List<String> broken() {
    return List.copyOf(broken);
  }

  /// Every account at every bank has what it had at first and what booked transfers brought or
  /// took.
  ///
  /// @param floats what the agents' accounts in the books began with
  void money_is_where_booked_transfers_have_put_it(Map<String, Rupiah> floats) {
    var expected = new TreeMap<String, Long>();
    floats.forEach((books, opening) -> expected.put(books, opening.sen()));
    facts.books().values().forEach(books -> expected.putIfAbsent(books, 0L));
    for (Host host : hosts) {
      host.customers().forEach(it -> expected.put(account(it), ChaosBanks.RICH.sen()));
    }
    for (Moved transfer : transfers.values()) {
      if (transfer.succeeded()) {
        long all = transfer.amount().plus(transfer.fee()).sen();
        expected.merge(account(transfer.source()), -all, Long::sum);
        expected.merge(account(transfer.target()), transfer.amount().sen(), Long::sum);
        expected.merge("fee-income", transfer.fee().sen(), Long::sum);
      }
    }
    expected.forEach(this::compare);
  }

  private String account(End end) {
    return end.bank().equals(OURS)
        ? facts.books().getOrDefault(end.account(), "no account " + end.account())
        : end.bank() + " " + end.account();
  }

  private void compare(String account, long expected) {
    long actual = actual(account);
    if (actual != expected) {
      add(
          "money_is_where_booked_transfers_have_put_it",
          account + " has " + actual + " sen and should have " + expected);
    }
  }

  private long actual(String account) {
    return hosts.stream()
        .filter(host -> account.startsWith(host.code() + " "))
        .map(host -> host.bank().balance(account.substring(4)).sen())
        .findFirst()
        .orElseGet(() -> facts.balances().getOrDefault(account, 0L));
  }

  /// Nothing is on its way any more, and what lies at another bank is what our books say of it.
  void nothing_is_left_between_banks() {
    var law = "nothing_is_left_between_banks";
    long escrow = facts.balances().getOrDefault("escrow", 0L);
    if (escrow != 0) {
      add(law, "in escrow are " + escrow + " sen");
    }
    for (Host host : hosts) {
      long here = facts.balances().getOrDefault("bank:" + host.code(), 0L);
      long there = host.bank().balance(Host.ESCROW).sen();
      if (here != -there) {
        add(law, "bank " + host.code() + " has " + there + " sen of ours, not " + -here);
      }
    }
  }

  /// A bank's book holds what we ordered, each order once and nothing else; booked transfers went
  /// out and in once, and those that failed came back as often as they went.
  void the_books_of_banks_hold_what_was_ordered() {
    var counts = new HashMap<String, Map<Leg, Integer>>();
    for (Host host : hosts) {
      for (Move move : host.bank().listAfter(0, Integer.MAX_VALUE)) {
        var transfer = transfer(host, move);
        if (transfer == null || !transfer.amount().equals(move.amount())) {
          add("the_books_of_banks_hold_what_was_ordered", move + " is of " + transfer);
        } else {
          count(host, move, transfer, counts);
        }
      }
    }
    transfers.values().forEach(it -> judge(it, counts.getOrDefault(it.reference(), Map.of())));
  }

  /// What a move at a bank does for a transfer.
  private enum Leg {
    TAKES,
    GIVES,
    RETURNS
  }

  private @Nullable Moved transfer(Host host, Move move) {
    var reference = facts.legs().get(host.code() + " " + move.refnum());
    return reference == null ? null : transfers.get(reference);
  }

  private static void count(
      Host host, Move move, Moved transfer, Map<String, Map<Leg, Integer>> counts) {
    var legs = counts.computeIfAbsent(transfer.reference(), _ -> new HashMap<>());
    boolean isOut = transfer.source().equals(new End(host.code(), move.source()));
    boolean isIn = transfer.target().equals(new End(host.code(), move.target()));
    boolean isBack = transfer.source().equals(new End(host.code(), move.target()));
    if (isOut) {
      legs.merge(Leg.TAKES, 1, Integer::sum);
    }
    if (isIn) {
      legs.merge(Leg.GIVES, 1, Integer::sum);
    }
    if (isBack) {
      legs.merge(Leg.RETURNS, 1, Integer::sum);
    }
  }

  private void judge(Moved transfer, Map<Leg, Integer> legs) {
    int takes = legs.getOrDefault(Leg.TAKES, 0);
    int gives = legs.getOrDefault(Leg.GIVES, 0);
    int returns = legs.getOrDefault(Leg.RETURNS, 0);
    boolean holds =
        transfer.succeeded()
            ? takes == outside(transfer.source())
                && gives == outside(transfer.target())
                && returns == 0
            : takes <= 1 && gives == 0 && returns == takes;
    if (!holds) {
      add("the_books_of_banks_hold_what_was_ordered", transfer + " has " + legs);
    }
  }

  private static int outside(End end) {
    return end.bank().equals(OURS) ? 0 : 1;
  }

  /// An order to a bank is committed before it is sent, and sent once.
  void an_order_to_a_bank_is_committed_and_then_sent_once() {
    for (Host host : hosts) {
      host.line()
          .orders()
          .forEach(
              (reference, times) -> {
                if (times > 1 || !facts.legs().containsKey(host.code() + " " + reference)) {
                  add(
                      "an_order_to_a_bank_is_committed_and_then_sent_once",
                      host.code() + " " + reference + " was sent " + times + " times");
                }
              });
    }
  }

  /// What savings paid out in this month is what left them by transfers that are booked and were
  /// not sent back.
  void a_month_counts_what_was_paid_out() {
    var reversed =
        transfers.values().stream()
            .filter(it -> it.reverses() != null && it.succeeded())
            .map(Moved::reverses)
            .collect(toSet());
    var expected = new TreeMap<String, Long>();
    for (Moved transfer : transfers.values()) {
      boolean isSavings = account(transfer.source()).startsWith("savings:");
      boolean counts = transfer.succeeded() && transfer.reverses() == null;
      if (isSavings && counts && !reversed.contains(transfer.reference())) {
        long all = transfer.amount().plus(transfer.fee()).sen();
        expected.merge(transfer.source().account(), all, Long::sum);
      }
    }
    var actual = new TreeMap<>(facts.paidOut());
    actual.values().removeIf(sen -> sen == 0);
    if (!actual.equals(expected)) {
      add("a_month_counts_what_was_paid_out", actual + " and not " + expected);
    }
  }

  private void add(String law, Object detail) {
    broken.add(law + ": " + detail);
  }
}
