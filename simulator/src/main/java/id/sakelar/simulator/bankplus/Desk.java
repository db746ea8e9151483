package id.sakelar.simulator.bankplus;

import id.sakelar.http.Answer;
import id.sakelar.http.Body;
import id.sakelar.http.Call;
import id.sakelar.http.Door;
import id.sakelar.http.Trouble;
import id.sakelar.simulator.Clerk;
import id.sakelar.simulator.Temper.Closed;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import id.sakelar.wire.Operation;
import id.sakelar.wire.bankplus.Switcher;
import id.sakelar.wire.bankplus.SwitcherReply;
import id.sakelar.wire.bankplus.SwitcherSentence;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Serves the dialect on a door: reads, and writes what the teller says. Safe for many threads.
final class Desk {
  private final Teller teller;
  private final Clerk clerk;

  Desk(Teller teller, Clerk clerk) {
    this.teller = teller;
    this.clerk = clerk;
  }

  void openOn(Door.Builder door) {
    ask(door, Switcher.INQUIRY, asked -> teller.inquire(asked, will()));
    move(door, Switcher.TRANSFER, teller::transfer);
    move(door, Switcher.REVERSAL, teller::reverse);
    ask(door, Switcher.CHECK, teller::check);
  }

  private <Q, A> void ask(
      Door.Builder door,
      Operation<Q, SwitcherReply<A>> operation,
      Function<Q, SwitcherReply<A>> answering) {
    serve(door, operation, it -> clerk.serve(() -> spelled(operation, answering.apply(it))));
  }

  private <Q, A> void move(
      Door.Builder door,
      Operation<Q, SwitcherReply<A>> operation,
      BiFunction<Q, Will, SwitcherReply<A>> moving) {
    serve(
        door,
        operation,
        it ->
            clerk.pay(
                () -> spelled(operation, moving.apply(it, will())),
                () -> spelled(operation, moving.apply(it, unwilling()))));
  }

  private <Q, A> void serve(
      Door.Builder door, Operation<Q, SwitcherReply<A>> operation, Function<Q, Answer> serving) {
    door.serve("POST", operation.path(), call -> answer(call, operation, serving), Desk::refusal);
  }

  private static <Q, A> Answer answer(
      Call call, Operation<Q, SwitcherReply<A>> operation, Function<Q, Answer> serving) {
    try {
      var body = call.body();
      return serving.apply(operation.question().read(new Message(body.mediaType(), body.bytes())));
    } catch (Garbled e) {
      return spelled(operation, SwitcherReply.refused(SwitcherSentence.of(e)));
    }
  }

  private Will will() {
    return clerk.temper().closed() == Closed.PRODUCT ? Will.CLOSED : Will.SERVES;
  }

  private Will unwilling() {
    return will() == Will.SERVES ? Will.REFUSES : will();
  }

  private static Answer refusal(Trouble trouble) {
    return switch (trouble) {
      case TOO_LARGE, INCOMPLETE, TIMED_OUT, ENCODED -> unread(200);
      case WRONG_METHOD -> unread(405);
      // it may have been moved, so that there is no refusal to be spelled
      case FAILED -> Answer.of(500, Body.of("text/plain", "error"));
      case BUSY -> Answer.of(503, Body.of("text/plain", "error"));
    };
  }

  private static Answer unread(int status) {
    return spelled(status, Switcher.CHECK, SwitcherReply.refused(SwitcherSentence.FORMAT));
  }

  private static <A> Answer spelled(
      Operation<?, SwitcherReply<A>> operation, SwitcherReply<A> reply) {
    return spelled(200, operation, reply);
  }

  private static <A> Answer spelled(
      int status, Operation<?, SwitcherReply<A>> operation, SwitcherReply<A> reply) {
    var message = operation.answer().write(reply);
    return Answer.of(status, Body.of(message.mediaType(), message.body()));
  }
}
