package id.sakelar.simulation;

import id.sakelar.server.payment.State;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What a simulation must come across to be worth anything: every move of the state machine, every
/// kind of evidence, every disaster, and death before and after every effect.
final class Reach {
  private static final Set<State> FINAL = EnumSet.of(State.SUCCEEDED, State.FAILED, State.REFUNDED);

  private static final List<String> EVIDENCE =
      List.of(
          "evidence E1 ATTEMPT",
          "evidence E2 ATTEMPT",
          "evidence E2 STATUS",
          "evidence E2 CALLBACK",
          "evidence E3 ATTEMPT",
          "evidence E3 STATUS",
          "evidence E3 CALLBACK",
          "evidence E4 ATTEMPT",
          "evidence E4 STATUS",
          "evidence E5 ATTEMPT",
          "evidence E5 STATUS",
          "evidence E5 LEASE",
          "evidence E6 STATUS",
          "evidence E7 STATUS",
          "evidence E7 CALLBACK",
          "ended by E6 STATUS",
          "webhook SUCCEEDED",
          "webhook FAILED",
          "webhook REFUNDED",
          "spoken INQUIRY",
          "spoken PAYMENT",
          "spoken STATUS",
          "told in doubt",
          "left in REVIEW");

  private Reach() {}

  static List<String> all() {
    var all = new ArrayList<String>();
    for (State from : State.values()) {
      for (State into : State.values()) {
        boolean stays = from == into && !FINAL.contains(from) && !isBrief(from);
        if (from.mayBecome(into) || stays) {
          all.add("edge " + from + " " + into);
        }
      }
    }
    for (Effect effect : Effect.values()) {
      all.add("crash before " + effect);
      all.add("crash after " + effect);
    }
    for (Fault fault : Fault.values()) {
      all.add("fault " + fault);
    }
    for (Blow.Kind kind : Blow.Kind.values()) {
      all.add("blow " + kind);
    }
    all.addAll(EVIDENCE);
    return all;
  }

  /// A payment that stays there stays without news.
  private static boolean isBrief(State state) {
    return state == State.HELD || state == State.SENDING;
  }
}
