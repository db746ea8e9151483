package id.sakelar.acceptance;

import id.sakelar.acceptance.ChaosBanks.Host;
import id.sakelar.acceptance.ChaosMoves.Moved;
import id.sakelar.acceptance.ChaosTold.Verdict;
import id.sakelar.server.banking.End;
import id.sakelar.simulator.Row.Ending;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// What has to happen in a run, for otherwise it proves nothing.
final class ChaosHappened {
  private ChaosHappened() {}

  /// How often it has.
  ///
  /// @param counted what was counted during the run
  static Map<String, Integer> of(ChaosSystem system, ChaosLoad load, Map<String, Integer> counted)
      throws SQLException {
    var facts = ChaosJudgement.facts(system);
    var happened = new TreeMap<>(counted);
    happened.put("leases that ran out", facts.leases());
    happened.put("payments that were UNKNOWN", facts.unknown());
    happened.put("senders that heard nothing", facts.hungUp());
    happened.put("answers of \"not found\"", facts.notFound());
    happened.put("repeated requests", load.repeats());
    happened.put("webhooks", system.webhooks().heard().size());
    for (Verdict verdict : List.of(Verdict.YES, Verdict.NO, Verdict.OPEN)) {
      happened.put("answers of " + verdict, told(load, verdict));
    }
    for (var host : system.billers().hosts()) {
      var name = host.name();
      happened.put("payments at " + name, facts.countAt(name));
      happened.put("orders held back at " + name, host.line().heldBack().size());
      for (Ending ending : Ending.values()) {
        happened.put(
            ending + " at " + name,
            (int) host.book().stream().filter(row -> row.ending() == ending).count());
      }
    }
    putFaults(happened, system);
    put(happened, ChaosJudgement.moves(system), system.banks().hosts());
    return happened;
  }

  private static void putFaults(Map<String, Integer> happened, ChaosSystem system) {
    system.wireFaults().happened().forEach((fault, times) -> happened.put("wire " + fault, times));
    for (ChaosLine line : system.lines()) {
      line.faults()
          .happened()
          .forEach((fault, times) -> happened.merge("line " + fault, times, Integer::sum));
    }
  }

  private static int told(ChaosLoad load, Verdict verdict) {
    return (int)
        load.told().all().values().stream()
            .flatMap(List::stream)
            .filter(told -> told.verdict() == verdict)
            .count();
  }

  /// Adds how often it has.
  private static void put(Map<String, Integer> happened, ChaosMoves moves, List<Host> hosts) {
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
