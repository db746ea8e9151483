package id.sakelar.server.front.mmbc;

import id.sakelar.http.Answer;
import id.sakelar.http.Call;
import id.sakelar.http.Correlation;
import id.sakelar.http.Handler;
import id.sakelar.server.partner.Caller;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.partner.Partners;
import id.sakelar.server.partner.Secret;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import id.sakelar.wire.mmbc.Echo;
import id.sakelar.wire.mmbc.Exposed;
import id.sakelar.wire.mmbc.Parameters;
import id.sakelar.wire.mmbc.Question;
import id.sakelar.wire.mmbc.Reply;
import id.sakelar.wire.mmbc.Sentence;
import id.sakelar.wire.mmbc.Service;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where one kind of question is taken in: reads it, finds out who asks and whether they may, and
/// has the clerk answer. Questions that cannot be read cost no look at a password. Thread-safe.
final class Counter<Q extends Question, A> implements Handler {
  private static final Logger LOG = LoggerFactory.getLogger(Counter.class);
  private static final String STRANGER = "";

  private final Service<Q, A> service;
  private final Voice<A> voice;
  private final Partners partners;
  private final Clerk<Q, A> clerk;

  Counter(Service<Q, A> service, Voice<A> voice, Partners partners, Clerk<Q, A> clerk) {
    this.service = service;
    this.voice = voice;
    this.partners = partners;
    this.clerk = clerk;
  }

  @Override
  public Answer handle(Call call) {
    var body = new Message(call.body().mediaType(), call.body().bytes());
    try {
      return read(call, Parameters.read(call.query(), body));
    } catch (Exposed e) {
      LOG.warn("call {} to {}: {}", Correlation.current(), call.path(), e.getMessage());
      return voice.refuse(Sentence.EXPOSED);
    } catch (Garbled e) {
      note(call, e);
      return voice.refuse(Sentence.of(e));
    }
  }

  private Answer read(Call call, Parameters parameters) {
    var echo = parameters.echo();
    try {
      return hear(call, service.question().read(parameters), echo);
    } catch (Garbled e) {
      note(call, e);
      var refusal = clerk.refusal(echo, STRANGER, Sentence.of(e).text());
      return voice.say(Reply.no(refusal));
    }
  }

  private static void note(Call call, Garbled e) {
    LOG.info("call {} to {}: {}", Correlation.current(), call.path(), e.getMessage());
  }

  private Answer hear(Call call, Q question, Echo echo) {
    try {
      return voice.say(judge(call, question, echo));
    } catch (RuntimeException e) {
      LOG.error("call {} to {} broke off", Correlation.current(), call.path());
      LOG.debug("why it broke off", e);
      return clerk.isAboutPayments()
          ? voice.apologize(clerk.refusal(echo, STRANGER, Sentence.UNDECIDED.text()))
          : voice.say(Reply.no(clerk.refusal(echo, STRANGER, Sentence.DISTURBED.text())));
    }
  }

  private Reply<A> judge(Call call, Q question, Echo echo) {
    var login = question.login();
    var caller =
        partners.identifyByPassword(
            MmbcFront.DIALECT, login.username(), call.remote(), new Secret(login.password()));
    return switch (caller) {
      case Caller.Known(Partner partner) -> clerk.answer(partner, question);
      case Caller.WrongKey _, Caller.LockedOut _ -> refuse(call, echo, Sentence.LOGIN, "");
      case Caller.Busy _ -> refuse(call, echo, busy(), "");
      case Caller.ForbiddenAddress _ -> refuse(call, echo, Sentence.NOT_ALLOWED, login.username());
      case Caller.Suspended(Partner partner) ->
          bar(partner, question, echo, Sentence.NOT_ALLOWED.about(login.username()));
      case Caller.TooMany(Partner partner) -> bar(partner, question, echo, Sentence.LIMIT.text());
    };
  }

  /// Nobody knows whose call it is, and a question about a payment may repeat one that was made.
  private Sentence busy() {
    return clerk.isAboutPayments() ? Sentence.UNDECIDED : Sentence.LIMIT;
  }

  private Reply<A> refuse(Call call, Echo echo, Sentence sentence, String username) {
    LOG.info(
        "call {} to {} from {}: refused as {}",
        Correlation.current(),
        call.path(),
        call.remote().getHostAddress(),
        sentence.name());
    return Reply.no(clerk.refusal(echo, STRANGER, sentence.about(username)));
  }

  private Reply<A> bar(Partner partner, Q question, Echo echo, String reason) {
    return clerk.answerBarred(partner, question, clerk.refusal(echo, TaxTelling.AGENT, reason));
  }
}
