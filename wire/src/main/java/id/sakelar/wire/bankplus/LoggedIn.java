package id.sakelar.wire.bankplus;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;

/// The answer to a login. Prints without the session. Immutable.
///
/// @param sessionId 80 letters and digits, to be sent in the header [Bankplus#SESSION]; it stands
///   behind the data and not in it
public record LoggedIn(AgentProfile agent, String sessionId) {
  static LoggedIn read(Fields from) throws Garbled {
    return new LoggedIn(AgentProfile.read(from.group("data")), from.text("session_id"));
  }

  void write(Draft to) {
    to.json("data", agent.spelled().members()).text("session_id", sessionId);
  }

  @Override
  public String toString() {
    return "LoggedIn[" + agent.username() + "]";
  }
}
