package id.sakelar.wire.mmbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is written is read back as it was. A failure names its seed; add it to the list.
class RoundTripTest {
  private static final int RUNS = 300;

  @ParameterizedTest
  @ValueSource(longs = {1, 20_260_101})
  void questions_survive(long seed) throws Exception {
    var made = new RandomWords(new SplittableRandom(seed));
    for (int run = 0; run < RUNS; run++) {
      asked(Mmbc.INQUIRY_ACC, made.inquiryAcc());
      asked(Mmbc.TRANSFER_ACC, made.transferAcc());
      asked(Mmbc.STATUS_TRANSFER, made.statusTransfer());
      asked(Mmbc.LIST_ESAMSAT, new ListEsamsat(made.login()));
      asked(Mmbc.INQUIRY_ESAMSAT, made.inquiryEsamsat());
      asked(Mmbc.PAY_ESAMSAT, made.payEsamsat());
      asked(Mmbc.STATUS_INVOICE, made.statusInvoice());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 20_260_102})
  void answers_survive(long seed) throws Exception {
    var made = new RandomWords(new SplittableRandom(seed));
    for (int run = 0; run < RUNS; run++) {
      answered(Mmbc.LISTCC, List.of(made.creditCard(), made.creditCard()));
      answered(Mmbc.INQUIRY_ACC, made.cardBill());
      answered(Mmbc.TRANSFER_ACC, made.cardReceipt());
      answered(Mmbc.STATUS_TRANSFER, made.cardReceipt());
      answered(Mmbc.LIST_ESAMSAT, List.of(made.samsatProduct(), made.samsatProduct()));
      answered(Mmbc.INQUIRY_ESAMSAT, made.samsatBill());
      answered(Mmbc.PAY_ESAMSAT, made.samsatReceipt());
      answered(Mmbc.STATUS_INVOICE, made.samsatReceipt());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 20_260_103})
  void refusals_survive(long seed) throws Exception {
    var made = new RandomWords(new SplittableRandom(seed));
    for (int run = 0; run < RUNS; run++) {
      survives(Mmbc.LISTCC, Reply.no(made.refusal()));
      survives(Mmbc.TRANSFER_ACC, Reply.no(made.refusal()));
      survives(Mmbc.PAY_ESAMSAT, Reply.no(made.refusal()));
      survives(Mmbc.STATUS_INVOICE, Reply.no(made.refusal()));
    }
  }

  private static <Q> void asked(Service<Q, ?> service, Q question) throws Exception {
    var written = service.question().write(question);
    assertThat(service.question().read(Parameters.read("", written))).isEqualTo(question);
  }

  private static <A> void answered(Service<?, A> service, A answer) throws Exception {
    survives(service, Reply.ok(answer));
  }

  private static <A> void survives(Service<?, A> service, Reply<A> reply) throws Exception {
    var codec = service.answer();
    assertThat(codec.read(codec.write(reply))).isEqualTo(reply);
  }
}
