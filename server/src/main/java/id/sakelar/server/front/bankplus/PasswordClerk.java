package id.sakelar.server.front.bankplus;

import id.sakelar.server.banking.AgentStore;
import id.sakelar.server.partner.Partners;
import id.sakelar.server.partner.Secret;
import id.sakelar.server.partner.SessionStore;
import id.sakelar.wire.bankplus.Blank;
import id.sakelar.wire.bankplus.ChangePassword;
import id.sakelar.wire.bankplus.Reply;
import id.sakelar.wire.bankplus.Sentence;

/// Changes an agent's password, and ends all its sessions, the one at hand included. Thread-safe.
record PasswordClerk(Partners partners, AgentStore agents, SessionStore sessions, Refuser refuser)
    implements Clerk<ChangePassword, Blank> {
  @Override
  public Reply<Blank> answer(Visit visit, ChangePassword question) {
    var username = visit.username();
    var change =
        partners.changePassword(
            BankplusFront.DIALECT,
            username,
            new Secret(question.old()),
            new Secret(question.fresh()),
            visit.from());
    return switch (change) {
      case DONE -> {
        sessions.endAll(username);
        agents.passwordChanged(username);
        yield Reply.done(new Blank());
      }
      case REFUSED, UNFIT -> refuser.no(Sentence.PASSWORD);
      case BUSY -> refuser.no(Sentence.LIMIT);
    };
  }
}
