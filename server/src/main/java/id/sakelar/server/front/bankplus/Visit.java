package id.sakelar.server.front.bankplus;

import id.sakelar.server.banking.Agent;
import id.sakelar.server.partner.Partner;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/// An agent in session who asks something. Prints without the session. Immutable.
///
/// @param partner whose deposit is the agent's float
/// @param session the id
/// @param sid how the agent calls what it asks for; null if it does not say
record Visit(Agent agent, Partner partner, String session, @Nullable String sid, InetAddress from) {
  String username() {
    return agent.username();
  }

  @Override
  public String toString() {
    return "Visit[" + agent + "]";
  }
}
