package id.sakelar.simulator.iak;

import id.sakelar.http.Answer;
import id.sakelar.http.Body;
import id.sakelar.http.Call;
import id.sakelar.http.Door;
import id.sakelar.http.Trouble;
import id.sakelar.simulator.Clerk;
import id.sakelar.simulator.Temper.Closed;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import id.sakelar.wire.iak.Balance;
import id.sakelar.wire.iak.Format;
import id.sakelar.wire.iak.Iak;
import id.sakelar.wire.iak.Inquiry;
import id.sakelar.wire.iak.Payment;
import id.sakelar.wire.iak.PriceListQuestion;
import id.sakelar.wire.iak.Question;
import id.sakelar.wire.iak.Reply;
import id.sakelar.wire.iak.Reply.Answered;
import id.sakelar.wire.iak.Reply.Refused;
import id.sakelar.wire.iak.ResponseCode;
import id.sakelar.wire.iak.StatusQuestion;
import id.sakelar.wire.iak.Verdict;
import java.util.Optional;

/// Serves the dialect on a door: reads, looks at the signature, and writes what the teller says, in
/// the format of the question. What has no format is answered in JSON. Safe for many threads.
final class Desk {
  private final Shop shop;
  private final Clerk clerk;
  private final Teller teller;

  Desk(Shop shop, Clerk clerk, Teller teller) {
    this.shop = shop;
    this.clerk = clerk;
    this.teller = teller;
  }

  void openOn(Door.Builder door) {
    door.serve("POST", Iak.in(Format.JSON).bill().path(), this::question, this::refusal);
    door.serve("POST", Iak.TYPED_PRICE_LIST, this::question, this::refusal);
    door.serve("POST", Iak.BALANCE.path(), this::balance, this::refusal);
  }

  private Answer question(Call call) {
    var format = Format.of(call.body().mediaType()).orElse(Format.JSON);
    try {
      var asked = Iak.in(format).bill().question().read(message(call));
      var client = shop.find(asked);
      return client.isPresent()
          ? answer(format, client.get(), asked, Optional.ofNullable(call.parameters().get("type")))
          : refusal(format, ResponseCode.SIGNATURE);
    } catch (Garbled e) {
      return refusal(format, ResponseCode.of(e));
    }
  }

  private Answer answer(Format format, Client client, Question question, Optional<String> type) {
    var will = will();
    var unwilling = will == ResponseCode.SUCCESS ? ResponseCode.PAYMENT_FAILED : will;
    return switch (question) {
      case Inquiry asked -> clerk.serve(() -> spelled(format, teller.inquire(client, asked, will)));
      case Payment asked ->
          clerk.pay(
              () -> spelled(format, teller.pay(client, asked, will)),
              () -> spelled(format, teller.pay(client, asked, unwilling)));
      case StatusQuestion asked -> clerk.serve(() -> spelled(format, teller.status(client, asked)));
      case PriceListQuestion asked -> clerk.serve(() -> priceList(format, asked, type));
    };
  }

  private static Answer spelled(Format format, Reply<id.sakelar.wire.iak.Answer> reply) {
    var verdict =
        switch (reply) {
          case Answered<id.sakelar.wire.iak.Answer>(var answer) -> answer.verdict();
          case Refused<id.sakelar.wire.iak.Answer>(var refusal) -> refusal;
        };
    return written(status(verdict), Iak.in(format).bill().answer().write(reply));
  }

  private Answer priceList(Format format, PriceListQuestion asked, Optional<String> type) {
    var list = shop.priceList(asked, type);
    return written(200, Iak.in(format).priceList().answer().write(Reply.answered(list)));
  }

  private Answer balance(Call call) {
    try {
      var asked = Iak.BALANCE.question().read(message(call));
      return shop.find(asked).isPresent()
          ? clerk.serve(() -> balance(200, Balance.of(teller.balance())))
          : balance(200, Balance.refused(ResponseCode.SIGNATURE));
    } catch (Garbled e) {
      var code = ResponseCode.of(e);
      return balance(code.httpStatus(), Balance.refused(code));
    }
  }

  private static Answer balance(int status, Balance balance) {
    return written(status, Iak.BALANCE.answer().write(balance));
  }

  private ResponseCode will() {
    return clerk.temper().closed() == Closed.PRODUCT
        ? ResponseCode.PRODUCT_OFF
        : ResponseCode.SUCCESS;
  }

  private Answer refusal(Trouble trouble) {
    return switch (trouble) {
      case TOO_LARGE, INCOMPLETE, TIMED_OUT, WRONG_METHOD, ENCODED ->
          refusal(Format.JSON, ResponseCode.PAYLOAD);
      // it may have been taken
      case FAILED, BUSY -> refusal(Format.JSON, ResponseCode.PENDING);
    };
  }

  private static Answer refusal(Format format, ResponseCode code) {
    return spelled(format, Refused.of(code));
  }

  private static int status(Verdict verdict) {
    return verdict.knownCode().map(ResponseCode::httpStatus).orElse(200);
  }

  private static Answer written(int status, Message message) {
    return Answer.of(status, Body.of(message.mediaType(), message.body()));
  }

  private static Message message(Call call) {
    return new Message(call.body().mediaType(), call.body().bytes());
  }
}
