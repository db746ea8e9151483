package id.sakelar.server.upstream.iak;

import static id.sakelar.server.upstream.iak.Pretence.ADMIN;
import static id.sakelar.server.upstream.iak.Pretence.AMOUNT;

import id.sakelar.http.Caller;
import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Biller;
import id.sakelar.server.payment.Biller.Order;
import id.sakelar.server.payment.Biller.Question;
import id.sakelar.server.upstream.BillerContract;
import id.sakelar.wire.iak.Echo;
import id.sakelar.wire.iak.Format;
import id.sakelar.wire.iak.Iak;
import id.sakelar.wire.iak.ResponseCode;
import id.sakelar.wire.iak.Status;
import id.sakelar.wire.iak.Verdict;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// The connector to IAK keeps the contract of all connectors, in JSON and in XML.
@ParameterizedClass
@EnumSource
class IakBillerTest extends BillerContract {
  private final Format format;
  private final Pretence pretence;

  IakBillerTest(Format format) {
    this.format = format;
    this.pretence = new Pretence(format);
  }

  @Override
  protected Biller biller(Caller caller) {
    return new IakBiller(caller, Pretence.ACCOUNT, format);
  }

  @Override
  protected String path() {
    return Iak.in(format).bill().path();
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
    return pretence.says(
        new Echo(Pretence.NUMBER, Pretence.PRODUCT, Pretence.CUSTOMER, reference),
        Pretence.owed(AMOUNT, ADMIN, AMOUNT.plus(ADMIN), cost, Pretence.DESC.spelled()),
        Verdict.of(ResponseCode.SUCCESS),
        Pretence.booking(Status.SUCCESS));
  }

  @Override
  protected String pending() {
    return pretence.says(ResponseCode.PENDING, Status.PROCESSING);
  }

  @Override
  protected String unknownWord() {
    return pretence.says(
        Pretence.echo(),
        Pretence.owed(),
        new Verdict("99", "pesan"),
        Pretence.booking(Status.FAILED));
  }

  @Override
  protected String questionRefused() {
    return pretence.saysBare(ResponseCode.ADDRESS);
  }
}
