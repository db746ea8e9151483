package id.sakelar.server.front.iak;

import id.sakelar.http.Answer;
import id.sakelar.http.Call;
import id.sakelar.http.Correlation;
import id.sakelar.http.Handler;
import id.sakelar.http.Refusals;
import id.sakelar.http.Trouble;
import id.sakelar.server.partner.DepositStore;
import id.sakelar.server.partner.Partner;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import id.sakelar.wire.iak.Balance;
import id.sakelar.wire.iak.BalanceQuestion;
import id.sakelar.wire.iak.Format;
import id.sakelar.wire.iak.Iak;
import id.sakelar.wire.iak.ResponseCode;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells a partner its deposit, in JSON only. Thread-safe.
final class BalanceCounter implements Handler, Refusals {
  private static final Logger LOG = LoggerFactory.getLogger(BalanceCounter.class);

  private final Porter porter;
  private final DepositStore deposits;

  BalanceCounter(Porter porter, DepositStore deposits) {
    this.porter = porter;
    this.deposits = deposits;
  }

  @Override
  public Answer handle(Call call) {
    if (Spoken.hasQuery(call)) {
      return refused(ResponseCode.PAYLOAD);
    }
    try {
      return answer(call, read(new Message(call.body().mediaType(), call.body().bytes())));
    } catch (Garbled e) {
      LOG.info("call {} to {}: {}", Correlation.current(), call.path(), e.getMessage());
      return refused(ResponseCode.of(e));
    }
  }

  private static BalanceQuestion read(Message body) throws Garbled {
    if (!Format.of(body.typeInUtf8()).equals(Optional.of(Format.JSON))) {
      throw Garbled.message("the body is not declared as JSON");
    }
    return Iak.BALANCE.question().read(body);
  }

  private Answer answer(Call call, BalanceQuestion question) {
    try {
      return switch (porter.look(call, question)) {
        case Porter.Visitor.Welcome(Partner partner) ->
            Spoken.answer(200, spelled(Balance.of(Telling.whole(deposits.balance(partner)))));
        case Porter.Visitor.Barred(_, ResponseCode code) -> refused(code);
        case Porter.Visitor.Stranger(ResponseCode code) -> refused(code);
      };
    } catch (RuntimeException e) {
      LOG.error("call {} to {} broke off", Correlation.current(), call.path());
      LOG.debug("why it broke off", e);
      return refused(ResponseCode.GENERAL);
    }
  }

  private static Answer refused(ResponseCode code) {
    return Spoken.answer(code.httpStatus(), spelled(Balance.refused(code)));
  }

  private static Message spelled(Balance balance) {
    return Iak.BALANCE.answer().write(balance);
  }

  @Override
  public Answer answer(Trouble trouble) {
    return Spoken.refused(
        trouble, "POST", ResponseCode.GENERAL, code -> spelled(Balance.refused(code)));
  }
}
