package id.sakelar.server.upstream.digiswitch;

import static id.sakelar.server.upstream.digiswitch.Pretence.ACCOUNT;
import static id.sakelar.server.upstream.digiswitch.Pretence.verdict;

import id.sakelar.http.Caller;
import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Biller;
import id.sakelar.server.payment.Biller.Order;
import id.sakelar.server.payment.Biller.Question;
import id.sakelar.server.upstream.BillerContract;
import id.sakelar.wire.digiswitch.Digiswitch;
import id.sakelar.wire.digiswitch.Echo;
import id.sakelar.wire.digiswitch.ResponseCode;
import id.sakelar.wire.digiswitch.Spelling;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// The connector to Digiswitch and Digiflazz keeps the contract of all connectors.
@ParameterizedClass
@EnumSource
class DigiswitchBillerTest extends BillerContract {
  private final Spelling spelling;
  private final Pretence pretence;

  DigiswitchBillerTest(Spelling spelling) {
    this.spelling = spelling;
    this.pretence = new Pretence(spelling);
  }

  @Override
  protected Biller biller(Caller caller) {
    return new DigiswitchBiller(caller, ACCOUNT, spelling);
  }

  @Override
  protected String path() {
    return Digiswitch.in(spelling).transaction().path();
  }

  @Override
  protected Question question() {
    return Pretence.QUESTION;
  }

  @Override
  protected Order order() {
    return Pretence.ORDER;
  }

  @Override
  protected String yes(String reference, Rupiah cost) {
    var echo = new Echo(reference, Pretence.CUSTOMER, "hp");
    return pretence.says(echo, verdict(ResponseCode.SUCCESS), pretence.bill(cost));
  }

  @Override
  protected String pending() {
    return pretence.says(Pretence.echo(), verdict(ResponseCode.PENDING));
  }

  @Override
  protected String unknownWord() {
    return pretence.says(Pretence.echo(), verdict("04", "Gagal"));
  }

  @Override
  protected String questionRefused() {
    return pretence.says(Pretence.echo(), verdict(ResponseCode.ADDRESS));
  }
}
