package id.sakelar.simulator.mmbc;

import id.sakelar.http.Answer;
import id.sakelar.http.Body;
import id.sakelar.http.Call;
import id.sakelar.http.Door;
import id.sakelar.http.Trouble;
import id.sakelar.simulator.Clerk;
import id.sakelar.simulator.Temper.Closed;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import id.sakelar.wire.mmbc.Exposed;
import id.sakelar.wire.mmbc.Login;
import id.sakelar.wire.mmbc.Mmbc;
import id.sakelar.wire.mmbc.Parameters;
import id.sakelar.wire.mmbc.Question;
import id.sakelar.wire.mmbc.Refusal;
import id.sakelar.wire.mmbc.Refusal.Bare;
import id.sakelar.wire.mmbc.Reply;
import id.sakelar.wire.mmbc.Sentence;
import id.sakelar.wire.mmbc.Service;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Serves both APIs on a door: reads, looks at the login, and writes what the tellers say. Safe for
/// many threads.
final class Desk {
  private static final Set<String> REPEATED =
      Set.of(Mmbc.INQUIRY_ESAMSAT.path(), Mmbc.PAY_ESAMSAT.path());

  private final Shop shop;
  private final Clerk clerk;
  private final CardTeller cards;
  private final VehicleTeller vehicles;

  Desk(Shop shop, Clerk clerk, CardTeller cards, VehicleTeller vehicles) {
    this.shop = shop;
    this.clerk = clerk;
    this.cards = cards;
    this.vehicles = vehicles;
  }

  void openOn(Door.Builder door) {
    var listcc = Mmbc.LISTCC;
    door.serve(
        listcc.method(),
        listcc.path(),
        _ -> clerk.serve(() -> spelled(listcc, cards.list())),
        Desk::refusal);
    ask(door, Mmbc.INQUIRY_ACC, it -> cards.inquire(it, will()));
    pay(door, Mmbc.TRANSFER_ACC, cards::transfer);
    ask(door, Mmbc.STATUS_TRANSFER, cards::status);
    ask(door, Mmbc.LIST_ESAMSAT, _ -> vehicles.list());
    ask(door, Mmbc.INQUIRY_ESAMSAT, it -> vehicles.inquire(it, will()));
    pay(door, Mmbc.PAY_ESAMSAT, vehicles::pay);
    ask(door, Mmbc.STATUS_INVOICE, vehicles::status);
  }

  /// What is said to a payment.
  @FunctionalInterface
  private interface Payment<Q, A> {
    Reply<A> answer(Q question, Will will);
  }

  private <Q extends Question, A> void ask(
      Door.Builder door, Service<Q, A> service, Function<Q, Reply<A>> answering) {
    serve(door, service, it -> clerk.serve(() -> spelled(service, answering.apply(it))));
  }

  private <Q extends Question, A> void pay(
      Door.Builder door, Service<Q, A> service, Payment<Q, A> payment) {
    serve(
        door,
        service,
        it ->
            clerk.pay(
                () -> spelled(service, payment.answer(it, will())),
                () -> spelled(service, payment.answer(it, unwilling()))));
  }

  private <Q extends Question, A> void serve(
      Door.Builder door, Service<Q, A> service, Function<Q, Answer> serving) {
    door.serve(
        service.method(), service.path(), call -> answer(call, service, serving), Desk::refusal);
  }

  private <Q extends Question, A> Answer answer(
      Call call, Service<Q, A> service, Function<Q, Answer> serving) {
    try {
      var parameters = Parameters.read(call.query(), message(call));
      var doubt = findDoubt(parameters.login());
      return doubt.isPresent()
          ? spelled(service, Reply.no(refusal(service, parameters, doubt.get())))
          : answer(parameters, service, serving);
    } catch (Exposed _) {
      return spelled(service, Reply.no(new Bare(Sentence.EXPOSED.text())));
    } catch (Garbled e) {
      return spelled(service, Reply.no(new Bare(Sentence.of(e).text())));
    }
  }

  private <Q extends Question, A> Answer answer(
      Parameters parameters, Service<Q, A> service, Function<Q, Answer> serving) {
    try {
      return serving.apply(service.question().read(parameters));
    } catch (Garbled e) {
      return spelled(service, Reply.no(refusal(service, parameters, Sentence.of(e).text())));
    }
  }

  /// Why whoever it is may not ask, if that is so.
  private Optional<String> findDoubt(Login login) {
    if (login.equals(Shop.UNWELCOME)) {
      return Optional.of(Sentence.NOT_ALLOWED.about(login.username()));
    }
    return login.equals(shop.account()) ? Optional.empty() : Optional.of(Sentence.LOGIN.text());
  }

  /// A refusal before a teller is asked: those of inquiries and payments of vehicle tax repeat what
  /// they are about.
  private Refusal refusal(Service<?, ?> service, Parameters parameters, String reason) {
    return REPEATED.contains(service.path())
        ? new Refusal.OfVehicle(shop.date(), parameters.echo(), "", reason)
        : new Bare(reason);
  }

  private Will will() {
    return clerk.temper().closed() == Closed.PRODUCT ? Will.CLOSED : Will.SELLS;
  }

  private Will unwilling() {
    return will() == Will.SELLS ? Will.REFUSES : will();
  }

  private static Answer refusal(Trouble trouble) {
    return switch (trouble) {
      case TOO_LARGE, INCOMPLETE, TIMED_OUT, ENCODED -> unread(200);
      case WRONG_METHOD -> unread(405);
      // it may have been taken, so that there is no refusal to be spelled
      case FAILED -> Answer.of(500, Body.of("text/plain", "error"));
      case BUSY -> Answer.of(503, Body.of("text/plain", "error"));
    };
  }

  private static Answer unread(int status) {
    var message = Mmbc.INQUIRY_ACC.answer().write(Reply.no(new Bare(Sentence.FORMAT.text())));
    return Answer.of(status, Body.of(message.mediaType(), message.body()));
  }

  private static <A> Answer spelled(Service<?, A> service, Reply<A> reply) {
    var message = service.answer().write(reply);
    return Answer.of(200, Body.of(message.mediaType(), message.body()));
  }

  private static Message message(Call call) {
    return new Message(call.body().mediaType(), call.body().bytes());
  }
}
