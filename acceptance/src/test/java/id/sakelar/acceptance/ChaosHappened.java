package id.sakelar.acceptance;

import id.sakelar.acceptance.ChaosBanks.Host;
import id.sakelar.acceptance.ChaosMoves.Moved;
import id.sakelar.server.banking.End;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// What has to happen in a run at the bank, for otherwise it proves nothing.
final class ChaosHappened {
  private ChaosHappened() {}

  /// Adds how often it has.
  static void put(Map<String, Integer> happened, ChaosMoves moves, List<Host> hosts) {
    for (String operation :
        List.of("DEPOSIT", "WITHDRAWAL", "INTRABANK", "INTERBANK", "SWITCHED", "REVERSAL")) {
      happened.put(
          "booked of " + operation,
          count(moves, it -> it.succeeded() && it.operation().equals(operation)));
    }
    for (boolean from : List.of(true, false)) {
      for (boolean to : List.of(true, false)) {
        happened.put(
            "booked from " + whose(from) + " to " + whose(to),
            count(
                moves,
                it -> it.succeeded() && isOurs(it.source()) == from && isOurs(it.target()) == to));
      }
    }
    happened.put("transfers that failed", count(moves, Moved::failed));
    happened.put("answers of banks in doubt", moves.unheard());
    happened.put("orders to banks held back", held(hosts));
    happened.put("money that went back", returned(moves, hosts));
  }

  private static String whose(boolean ours) {
    return ours ? "us" : "others";
  }

  private static boolean isOurs(End end) {
    return end.bank().equals("009");
  }

  private static int count(ChaosMoves moves, Predicate<Moved> which) {
    return (int) moves.transfers().stream().filter(which).count();
  }

  private static int held(List<Host> hosts) {
    return hosts.stream().mapToInt(host -> host.line().heldBack().size()).sum();
  }

  /// From our account at the source's bank, where it had come from.
  private static int returned(ChaosMoves moves, List<Host> hosts) {
    int returned = 0;
    for (Host host : hosts) {
      for (var move : host.bank().listAfter(0, Integer.MAX_VALUE)) {
        var reference = moves.legs().get(host.code() + " " + move.refnum());
        var back = new End(host.code(), move.target());
        returned +=
            count(moves, it -> it.reference().equals(reference) && it.source().equals(back));
      }
    }
    return returned;
  }
}
