package id.sakelar.server.front.bankplus;

import id.sakelar.http.Answer;
import id.sakelar.http.Call;
import id.sakelar.http.Correlation;
import id.sakelar.http.Handler;
import id.sakelar.server.banking.Agent;
import id.sakelar.server.banking.AgentStore;
import id.sakelar.server.partner.Caller;
import id.sakelar.server.partner.Partners;
import id.sakelar.server.partner.Secret;
import id.sakelar.server.partner.SessionStore;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.bankplus.Bankplus;
import id.sakelar.wire.bankplus.LoggedIn;
import id.sakelar.wire.bankplus.Login;
import id.sakelar.wire.bankplus.Reply;
import id.sakelar.wire.bankplus.Sentence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where agents begin a session, the one question that is asked without one. Whatever session comes
/// with it is not looked at: every login has a new one. Thread-safe.
final class LoginCounter implements Handler {
  private static final Logger LOG = LoggerFactory.getLogger(LoginCounter.class);

  private final Partners partners;
  private final AgentStore agents;
  private final SessionStore sessions;
  private final AgentTelling telling;
  private final Voice<LoggedIn> voice = new Voice<>(Bankplus.LOGIN, Duty.OFFICE);

  LoginCounter(Partners partners, AgentStore agents, SessionStore sessions, AgentTelling telling) {
    this.partners = partners;
    this.agents = agents;
    this.sessions = sessions;
    this.telling = telling;
  }

  Voice<LoggedIn> voice() {
    return voice;
  }

  @Override
  public Answer handle(Call call) {
    try {
      return voice.say(judge(call, Counter.question(Bankplus.LOGIN, call)));
    } catch (Garbled e) {
      LOG.info("call {} to {}: {}", Correlation.current(), call.path(), e.getMessage());
      return voice.say(Reply.refused(Sentence.of(e)));
    } catch (RuntimeException e) {
      LOG.error("call {} to {} broke off", Correlation.current(), call.path());
      LOG.debug("why it broke off", e);
      return voice.say(voice.broken());
    }
  }

  private Reply<LoggedIn> judge(Call call, Login login) {
    var caller =
        partners.identifyByPassword(
            BankplusFront.DIALECT, login.username(), call.remote(), new Secret(login.password()));
    return switch (caller) {
      case Caller.Known _ -> admit(call, login.username());
      case Caller.WrongKey _, Caller.LockedOut _ -> refuse(call, Sentence.LOGIN);
      case Caller.ForbiddenAddress _, Caller.Suspended _ -> refuse(call, Sentence.FORBIDDEN);
      case Caller.TooMany _, Caller.Busy _ -> refuse(call, Sentence.LIMIT);
    };
  }

  private Reply<LoggedIn> admit(Call call, String username) {
    return agents
        .find(username)
        .map(agent -> begin(call, agent))
        .orElseGet(() -> refuse(call, Sentence.LOGIN));
  }

  private Reply<LoggedIn> begin(Call call, Agent agent) {
    return agent.status() == Agent.Status.ACTIVE
        ? Reply.done(new LoggedIn(telling.profile(agent), sessions.begin(agent.username())))
        : refuse(call, Sentence.FORBIDDEN);
  }

  private static Reply<LoggedIn> refuse(Call call, Sentence sentence) {
    LOG.info(
        "call {} to {} from {}: refused as {}",
        Correlation.current(),
        call.path(),
        call.remote().getHostAddress(),
        sentence.name());
    return Reply.refused(sentence.refusal());
  }
}
