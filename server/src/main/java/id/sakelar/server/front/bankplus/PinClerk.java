package id.sakelar.server.front.bankplus;

import id.sakelar.server.partner.Caller;
import id.sakelar.server.partner.Partners;
import id.sakelar.server.partner.Secret;
import id.sakelar.wire.bankplus.Blank;
import id.sakelar.wire.bankplus.ChangePin;
import id.sakelar.wire.bankplus.Reply;
import id.sakelar.wire.bankplus.Sentence;

/// Changes an agent's PIN with the old one, or lets a new agent choose the first with the password.
/// The password does not replace a PIN that is there: it is said at every login, the PIN only when
/// money moves. Thread-safe.
record PinClerk(Partners partners, PinDesk pins, Refuser refuser)
    implements Clerk<ChangePin, Blank> {
  @Override
  public Reply<Blank> answer(Visit visit, ChangePin question) {
    return question
        .old()
        .map(old -> change(visit, old, question.fresh()))
        .orElseGet(() -> choose(visit, question.password().orElseThrow(), question.fresh()));
  }

  private Reply<Blank> change(Visit visit, String old, String fresh) {
    return switch (pins.ofAgent(visit, old)) {
      case RIGHT -> set(visit, fresh);
      case WRONG -> refuser.no(Sentence.NEW_PIN);
      case BLOCKED -> refuser.no(Sentence.PIN_BLOCKED);
      case NONE -> refuser.no(Sentence.NO_PIN);
    };
  }

  private Reply<Blank> choose(Visit visit, String password, String first) {
    if (visit.agent().pinChangedAt() != null || !isRight(visit, password)) {
      return refuser.no(Sentence.NEW_PIN);
    }
    return set(visit, first);
  }

  private boolean isRight(Visit visit, String password) {
    var caller =
        partners.identifyByPassword(
            BankplusFront.DIALECT, visit.username(), visit.from(), new Secret(password));
    return caller instanceof Caller.Known;
  }

  private Reply<Blank> set(Visit visit, String pin) {
    pins.setOfAgent(visit, pin);
    return Reply.done(new Blank());
  }
}
