package id.sakelar.server.front.bankplus;

import id.sakelar.http.Answer;
import id.sakelar.http.Call;
import id.sakelar.http.Correlation;
import id.sakelar.http.Handler;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import id.sakelar.wire.Operation;
import id.sakelar.wire.bankplus.SwitcherReply;
import id.sakelar.wire.bankplus.SwitcherSentence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where one kind of question is taken in: finds out who asks, reads it, and has the clerk answer.
/// What strangers ask is not read. Thread-safe.
final class SwitcherCounter<Q, A> implements Handler {
  private static final Logger LOG = LoggerFactory.getLogger(SwitcherCounter.class);

  private final Operation<Q, SwitcherReply<A>> operation;
  private final SwitcherVoice<A> voice;
  private final Callers callers;
  private final SwitcherClerk<Q, A> clerk;

  SwitcherCounter(
      Operation<Q, SwitcherReply<A>> operation,
      SwitcherVoice<A> voice,
      Callers callers,
      SwitcherClerk<Q, A> clerk) {
    this.operation = operation;
    this.voice = voice;
    this.callers = callers;
    this.clerk = clerk;
  }

  @Override
  public Answer handle(Call call) {
    return callers.find(call).map(caller -> answer(call, caller)).orElseGet(() -> turnAway(call));
  }

  private Answer turnAway(Call call) {
    LOG.info(
        "call {} to {} from {}: refused as a stranger's",
        Correlation.current(),
        call.path(),
        call.remote().getHostAddress());
    return voice.turnAway();
  }

  private Answer answer(Call call, String caller) {
    try {
      return voice.say(clerk.answer("switcher:" + caller, question(call)));
    } catch (Garbled e) {
      LOG.info(
          "call {} of {} to {}: {}", Correlation.current(), caller, call.path(), e.getMessage());
      return voice.say(SwitcherReply.refused(SwitcherSentence.of(e)));
    } catch (RuntimeException e) {
      LOG.error("call {} of {} to {} broke off", Correlation.current(), caller, call.path());
      LOG.debug("why it broke off", e);
      return voice.apologize();
    }
  }

  /// No question of the dialect has a query: one that comes may hold a payment code, which then is
  /// in every log on the way.
  private Q question(Call call) throws Garbled {
    if (!call.query().isEmpty()) {
      throw Garbled.message("there is a query");
    }
    return operation.question().read(new Message(call.body().mediaType(), call.body().bytes()));
  }
}
