package id.sakelar.server.front.bankplus;

import id.sakelar.http.Answer;
import id.sakelar.http.Call;
import id.sakelar.http.Correlation;
import id.sakelar.http.Handler;
import id.sakelar.server.front.bankplus.Porter.Admission.Admitted;
import id.sakelar.server.front.bankplus.Porter.Admission.Turned;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import id.sakelar.wire.bankplus.Reply;
import id.sakelar.wire.bankplus.Sentence;
import id.sakelar.wire.bankplus.Service;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where one kind of question is taken in: finds out who asks, reads it, and has the clerk answer.
/// What strangers ask is not read. Thread-safe.
final class Counter<Q, A> implements Handler {
  private static final Logger LOG = LoggerFactory.getLogger(Counter.class);

  private final Service<Q, A> service;
  private final Voice<A> voice;
  private final Porter porter;
  private final Clerk<Q, A> clerk;

  Counter(Service<Q, A> service, Voice<A> voice, Porter porter, Clerk<Q, A> clerk) {
    this.service = service;
    this.voice = voice;
    this.porter = porter;
    this.clerk = clerk;
  }

  @Override
  public Answer handle(Call call) {
    try {
      return voice.say(judge(call));
    } catch (Garbled e) {
      LOG.info("call {} to {}: {}", Correlation.current(), call.path(), e.getMessage());
      return voice.say(Reply.refused(Sentence.of(e)));
    } catch (RuntimeException e) {
      LOG.error("call {} to {} broke off", Correlation.current(), call.path());
      LOG.debug("why it broke off", e);
      return voice.say(voice.broken());
    }
  }

  private Reply<A> judge(Call call) throws Garbled {
    return switch (porter.admit(call, voice.duty())) {
      case Admitted(Visit visit) -> clerk.answer(visit, question(service, call));
      case Turned(Sentence sentence) -> refuse(call, sentence);
    };
  }

  /// No question of the dialect has a query: one that comes may hold a session or a PIN, which then
  /// is in every log on the way.
  static <Q> Q question(Service<Q, ?> service, Call call) throws Garbled {
    if (!call.query().isEmpty()) {
      throw Garbled.message("there is a query");
    }
    return service.question().read(new Message(call.body().mediaType(), call.body().bytes()));
  }

  private Reply<A> refuse(Call call, Sentence sentence) {
    LOG.info(
        "call {} to {} from {}: refused as {}",
        Correlation.current(),
        call.path(),
        call.remote().getHostAddress(),
        sentence.name());
    return Reply.refused(sentence.refusal());
  }
}
