package id.sakelar.server.front.bankplus;

import id.sakelar.http.Call;
import id.sakelar.server.banking.Agent;
import id.sakelar.server.banking.AgentStore;
import id.sakelar.server.partner.Caller;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.partner.Partners;
import id.sakelar.server.partner.SessionStore;
import id.sakelar.wire.Alphabet;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.bankplus.Bankplus;
import id.sakelar.wire.bankplus.Sentence;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds out by the session who calls, and lets in who may. A call without a session costs nothing,
/// and one with a session that is not there one lookup. Thread-safe.
record Porter(SessionStore sessions, AgentStore agents, Partners partners) {
  /// Who comes in.
  sealed interface Admission {
    record Admitted(Visit visit) implements Admission {}

    record Turned(Sentence sentence) implements Admission {}
  }

  /// @throws Garbled if an agent in session calls what it asks for in other characters than it may
  Admission admit(Call call, Duty duty) throws Garbled {
    var session = call.findHeader(Bankplus.SESSION).orElse("");
    var agent = sessions.find(session).flatMap(agents::find);
    if (agent.isEmpty()) {
      return new Admission.Turned(Sentence.SESSION);
    }
    var username = agent.get().username();
    Optional<Caller.Proven> caller =
        partners.readmit(BankplusFront.DIALECT, username, call.remote());
    if (caller.isEmpty()) {
      return new Admission.Turned(Sentence.SESSION);
    }
    return switch (caller.get()) {
      case Caller.Known(Partner partner) ->
          mayWork(agent.get(), duty)
              ? new Admission.Admitted(
                  new Visit(agent.get(), partner, session, sid(call), call.remote()))
              : new Admission.Turned(Sentence.FORBIDDEN);
      case Caller.ForbiddenAddress _, Caller.Suspended _ ->
          new Admission.Turned(Sentence.FORBIDDEN);
      case Caller.TooMany _ -> new Admission.Turned(Sentence.LIMIT);
    };
  }

  private static boolean mayWork(Agent agent, Duty duty) {
    return agent.status() == Agent.Status.ACTIVE && duty.isOf(agent);
  }

  private static @Nullable String sid(Call call) throws Garbled {
    var sid = call.findHeader(Bankplus.SID).orElse("");
    if (!sid.isEmpty() && !Alphabet.REFERENCE.holds(sid)) {
      throw Garbled.field(Bankplus.SID, "is not 1 to 64 characters of its alphabet");
    }
    return sid.isEmpty() ? null : sid;
  }
}
