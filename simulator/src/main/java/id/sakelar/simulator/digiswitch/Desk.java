package id.sakelar.simulator.digiswitch;

import id.sakelar.http.Body;
import id.sakelar.http.Call;
import id.sakelar.http.Door;
import id.sakelar.http.Trouble;
import id.sakelar.money.Rupiah;
import id.sakelar.simulator.Clerk;
import id.sakelar.simulator.Temper.Closed;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import id.sakelar.wire.digiswitch.Answer;
import id.sakelar.wire.digiswitch.BalanceQuestion;
import id.sakelar.wire.digiswitch.Digiswitch;
import id.sakelar.wire.digiswitch.Echo;
import id.sakelar.wire.digiswitch.PriceList;
import id.sakelar.wire.digiswitch.PriceListQuestion;
import id.sakelar.wire.digiswitch.Question;
import id.sakelar.wire.digiswitch.Reply;
import id.sakelar.wire.digiswitch.Reply.Refused;
import id.sakelar.wire.digiswitch.ResponseCode;
import id.sakelar.wire.digiswitch.Spelling;
import id.sakelar.wire.digiswitch.Transaction;
import java.util.List;
import java.util.Optional;

/// Serves one spelling on a door: reads, looks at the signature, and writes what the teller says.
/// Safe for many threads.
final class Desk {
  private final Spelling spelling;
  private final Digiswitch words;
  private final Shop shop;
  private final Clerk clerk;
  private final Teller teller;
  private final Teller trainer;
  private final Optional<Messenger> messenger;

  /// @param tests where calls go that are only a test
  /// @param messenger tells the partner by itself; empty if nobody does
  Desk(
      Spelling spelling,
      Shop shop,
      Clerk clerk,
      Register register,
      Register tests,
      Optional<Messenger> messenger) {
    this.spelling = spelling;
    this.words = Digiswitch.in(spelling);
    this.shop = shop;
    this.clerk = clerk;
    this.teller = new Teller(spelling, shop, register);
    this.trainer = new Teller(spelling, shop, tests);
    this.messenger = messenger;
  }

  void openOn(Door.Builder door) {
    door.serve("POST", words.transaction().path(), this::transaction, this::refusal);
    door.serve("POST", words.balance().path(), this::balance, this::refusal);
    door.serve("POST", words.priceList().path(), this::priceList, this::refusal);
  }

  private id.sakelar.http.Answer transaction(Call call) {
    var message = message(call);
    try {
      var asked = words.transaction().question().read(message);
      var stranger = findDoubt(asked);
      return stranger.isPresent()
          ? spelled(Answer.of(asked.echo(), stranger.get()))
          : answer(asked, asked.testing() ? trainer : teller);
    } catch (Garbled e) {
      return spelled(Answer.of(Echo.of(message, spelling), ResponseCode.of(e)));
    }
  }

  private id.sakelar.http.Answer answer(Transaction asked, Teller asker) {
    var will = will();
    var unwilling = will == ResponseCode.SUCCESS ? ResponseCode.FAILURE : will;
    return switch (asked.command()) {
      case INQUIRY -> clerk.serve(() -> spelled(asker.inquire(asked, will)));
      case PAYMENT ->
          clerk.pay(
              () -> spelled(pay(asked, asker, will)), () -> spelled(pay(asked, asker, unwilling)));
      case STATUS -> clerk.serve(() -> spelled(asker.status(asked)));
      // nothing is sold in advance
      case TOP_UP -> spelled(Answer.of(asked.echo(), ResponseCode.PRODUCT));
    };
  }

  /// Of test calls nothing is told.
  private Answer pay(Transaction asked, Teller asker, ResponseCode will) {
    var answer = asker.pay(asked, will);
    if (!asked.testing()) {
      asker
          .find(asked)
          .ifPresent(row -> messenger.ifPresent(it -> it.announce(asked, row, asker, spelling)));
    }
    return answer;
  }

  private id.sakelar.http.Answer balance(Call call) {
    try {
      BalanceQuestion asked = words.balance().question().read(message(call));
      Optional<ResponseCode> doubt = findDoubt(asked);
      return doubt.isPresent()
          ? refusal(doubt.get())
          : clerk.serve(
              () -> {
                Reply<Rupiah> reply = Reply.answered(teller.balance());
                return ok(words.balance().answer().write(reply));
              });
    } catch (Garbled e) {
      return refusal(ResponseCode.of(e));
    }
  }

  private id.sakelar.http.Answer priceList(Call call) {
    try {
      PriceListQuestion asked = words.priceList().question().read(message(call));
      Optional<ResponseCode> doubt = findDoubt(asked);
      return doubt.isPresent()
          ? refusal(doubt.get())
          : clerk.serve(
              () -> ok(words.priceList().answer().write(Reply.answered(priceList(asked)))));
    } catch (Garbled e) {
      return refusal(ResponseCode.of(e));
    }
  }

  private PriceList priceList(PriceListQuestion asked) {
    return switch (asked.kind()) {
      case PREPAID -> new PriceList(List.of());
      case POSTPAID -> new PriceList(shop.lines(spelling, asked.code(), asked.brand()));
    };
  }

  private ResponseCode will() {
    return clerk.temper().closed() == Closed.PRODUCT
        ? ResponseCode.DISTURBED
        : ResponseCode.SUCCESS;
  }

  private Optional<ResponseCode> findDoubt(Question asked) {
    if (!asked.username().equals(shop.account().username())) {
      return Optional.of(ResponseCode.USERNAME);
    }
    return asked.isSignedBy(shop.account())
        ? Optional.empty()
        : Optional.of(ResponseCode.SIGNATURE);
  }

  private id.sakelar.http.Answer refusal(Trouble trouble) {
    return switch (trouble) {
      case TOO_LARGE, INCOMPLETE, TIMED_OUT, WRONG_METHOD, ENCODED -> refusal(ResponseCode.PAYLOAD);
      // it may have been taken
      case FAILED, BUSY -> refusal(ResponseCode.ROUTER);
    };
  }

  private id.sakelar.http.Answer refusal(ResponseCode code) {
    var message = words.balance().answer().write(Refused.of(code));
    return written(code.httpStatus(), message);
  }

  private id.sakelar.http.Answer spelled(Answer said) {
    int status = said.verdict().knownCode().map(ResponseCode::httpStatus).orElse(200);
    return written(status, words.transaction().answer().write(Reply.answered(said)));
  }

  private static id.sakelar.http.Answer ok(Message message) {
    return written(200, message);
  }

  private static id.sakelar.http.Answer written(int status, Message message) {
    return id.sakelar.http.Answer.of(status, Body.of(message.mediaType(), message.body()));
  }

  private static Message message(Call call) {
    return new Message(call.body().mediaType(), call.body().bytes());
  }
}
