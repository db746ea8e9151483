package id.sakelar.wire.bankplus;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.wire.Garbled;
import id.sakelar.wire.RandomRecords;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is written is read back as it was. A failure names its seed; add it to the list.
class RoundTripTest {
  private static final int RUNS = 200;

  @ParameterizedTest
  @ValueSource(longs = {1, 20_260_101})
  void answers_survive(long seed) throws Garbled {
    var made = new RandomRecords(new SplittableRandom(seed));
    for (int run = 0; run < RUNS; run++) {
      survives(Bankplus.LOGIN, made.next(LoggedIn.class), made);
      survives(Bankplus.LOGOUT, new Blank(), made);
      survives(Bankplus.BSA_GRAPH, List.of(made.next(Graph.Numbered.class)), made);
      survives(Bankplus.BILL_GRAPH, List.of(made.next(Graph.class)), made);
      survives(Bankplus.REGION, List.of(made.next(PostalCode.class)), made);
      survives(Bankplus.JOBS, List.of(made.next(Choice.class), made.next(Choice.class)), made);
      survives(Bankplus.BANKS, List.of(made.next(BankLine.class)), made);
      survives(Bankplus.BALANCE, made.next(Account.Own.class), made);
      survives(Bankplus.CHECK_ACCOUNT, made.next(Account.Checked.class), made);
      survives(Bankplus.CUSTOMER_BALANCE, made.next(Account.class), made);
      survives(Bankplus.OPEN_ACCOUNT, made.next(OpenedAccount.class), made);
      survives(Bankplus.DEPOSIT_ACCOUNT, made.next(CashReceipt.class), made);
      survives(Bankplus.WITHDRAW, made.next(CashReceipt.class), made);
      survives(Bankplus.STATEMENT, made.next(Statement.class), made);
      survives(Bankplus.INTRABANK_INQUIRY, made.next(IntrabankQuote.class), made);
      survives(Bankplus.INTRABANK_PAYMENT, made.next(IntrabankReceipt.class), made);
      survives(Bankplus.INTERBANK_INQUIRY, made.next(InterbankQuote.class), made);
      survives(Bankplus.INTERBANK_PAYMENT, made.next(InterbankReceipt.class), made);
      survives(Bankplus.BILL_INQUIRY, made.next(Bill.class), made);
      survives(Bankplus.BILL_PAYMENT, made.next(Bill.Paid.class), made);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 20_260_102})
  void refusals_survive(long seed) throws Garbled {
    var made = new RandomRecords(new SplittableRandom(seed));
    for (int run = 0; run < RUNS; run++) {
      survives(Bankplus.BALANCE, Reply.refused(made.next(Refusal.OfBank.class)));
      for (Sentence sentence : Sentence.values()) {
        if (sentence.code() != Code.REFUSED) {
          survives(Bankplus.BALANCE, Reply.refused(sentence.refusal()));
        }
      }
    }
  }

  private static <A> void survives(Service<?, A> service, A answer, RandomRecords made)
      throws Garbled {
    survives(service, Reply.done(answer));
    survives(service, Reply.done(answer, made.next(AgentCard.class)));
    survives(service, Reply.pending());
  }

  private static <A> void survives(Service<?, A> service, Reply<A> reply) throws Garbled {
    var codec = service.answer();
    assertThat(codec.read(codec.write(reply))).isEqualTo(reply);
  }
}
