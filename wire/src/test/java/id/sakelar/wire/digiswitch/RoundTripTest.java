package id.sakelar.wire.digiswitch;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.wire.Codec;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Operation;
import id.sakelar.wire.RandomRecords;
import id.sakelar.wire.digiswitch.Reply.Refused;
import id.sakelar.wire.digiswitch.desc.Desc;
import id.sakelar.wire.digiswitch.desc.Family;
import id.sakelar.wire.digiswitch.desc.Pgas;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is written is read back as it was. A failure names its seed; add it to the list.
class RoundTripTest {
  private static final int RUNS = 300;

  @ParameterizedTest
  @CsvSource({"DIGISWITCH, 1", "DIGISWITCH, 20260101", "DIGIFLAZZ, 2", "DIGIFLAZZ, 20260102"})
  void questions_survive(Spelling spelling, long seed) throws Garbled {
    var made = new RandomRecords(new SplittableRandom(seed));
    var said = Digiswitch.in(spelling);
    for (int run = 0; run < RUNS; run++) {
      survives(said.transaction().question(), transaction(made));
      survives(said.balance().question(), made.next(BalanceQuestion.class));
      survives(said.priceList().question(), made.next(PriceListQuestion.class));
      survives(said.deposit().question(), made.next(DepositQuestion.class));
      survives(said.holder().question(), new HolderQuestion(made.word(), made.word(), made.word()));
    }
  }

  @ParameterizedTest
  @CsvSource({"DIGISWITCH, 3", "DIGISWITCH, 20260103", "DIGIFLAZZ, 4", "DIGIFLAZZ, 20260104"})
  void answers_survive(Spelling spelling, long seed) throws Garbled {
    var made = new RandomRecords(new SplittableRandom(seed));
    var said = Digiswitch.in(spelling);
    for (int run = 0; run < RUNS; run++) {
      answerSurvives(said.transaction(), fitting(spelling, made.next(Answer.class)));
      answerSurvives(said.balance(), made.next(DepositTicket.class).amount().negated());
      answerSurvives(said.priceList(), new PriceList(products(spelling, made)));
      answerSurvives(said.deposit(), made.next(DepositTicket.class));
      answerSurvives(said.holder(), made.next(Holder.class));
    }
  }

  @ParameterizedTest
  @CsvSource({"DIGISWITCH, 5", "DIGISWITCH, 20260105", "DIGIFLAZZ, 6", "DIGIFLAZZ, 20260106"})
  void details_of_every_family_survive(Spelling spelling, long seed) throws Garbled {
    var made = new RandomRecords(new SplittableRandom(seed));
    for (Class<?> type : Desc.class.getPermittedSubclasses()) {
      var family = Family.valueOf(type.getSimpleName().toUpperCase(Locale.ROOT));
      for (int run = 0; run < RUNS; run++) {
        var desc = fitting(spelling, (Desc) made.next(type));

        assertThat(family.read(desc.spelled(spelling))).isEqualTo(desc);
      }
    }
  }

  private static <T> void survives(Codec<T> codec, T value) throws Garbled {
    assertThat(codec.read(codec.write(value))).isEqualTo(value);
  }

  private static <T> void answerSurvives(Operation<?, Reply<T>> operation, T answer)
      throws Garbled {
    survives(operation.answer(), Reply.answered(answer));
    survives(operation.answer(), Refused.of(ResponseCode.PRICE_LIST_LIMIT));
  }

  private static Transaction transaction(RandomRecords made) {
    var account = made.next(Account.class);
    var plain =
        Transaction.by(account, made.one(Command.values()), made.word(), made.word(), made.word());
    var tested = made.coin() ? plain.inTest() : plain;
    var dated = made.coin() ? tested.withYear(2019) : tested;
    return made.coin() ? dated.withAmount(made.next(DepositTicket.class).amount()) : dated;
  }

  private static List<PricedProduct> products(Spelling spelling, RandomRecords made) {
    var postpaid = made.next(PricedProduct.Postpaid.class);
    var prepaid = made.next(PricedProduct.Prepaid.class);
    return switch (spelling) {
      case DIGIFLAZZ -> List.of(postpaid, prepaid);
      case DIGISWITCH -> List.of(sellerless(postpaid), sellerless(prepaid));
    };
  }

  private static PricedProduct sellerless(PricedProduct.Postpaid it) {
    return new PricedProduct.Postpaid(
        it.name(),
        it.category(),
        it.brand(),
        "",
        it.admin(),
        it.commission(),
        it.code(),
        it.open(),
        it.desc());
  }

  private static PricedProduct sellerless(PricedProduct.Prepaid it) {
    return new PricedProduct.Prepaid(
        it.name(),
        it.category(),
        it.brand(),
        it.type(),
        "",
        it.price(),
        it.code(),
        it.open(),
        it.unlimitedStock(),
        it.stock(),
        it.multi(),
        it.startCutOff(),
        it.endCutOff(),
        it.desc());
  }

  /// What an answer of the other spelling does not say.
  private static Answer fitting(Spelling spelling, Answer any) {
    var bill = any.bill();
    boolean digiswitch = spelling == Spelling.DIGISWITCH;
    return new Answer(
        any.echo(),
        any.verdict(),
        digiswitch ? Optional.of(any.sn().orElse("")) : any.sn(),
        new Bill(
            bill.name(),
            bill.admin(),
            digiswitch ? bill.baseCommission() : Optional.empty(),
            digiswitch ? Optional.empty() : bill.periode(),
            bill.balance(),
            bill.price(),
            bill.sellingPrice(),
            bill.desc()));
  }

  private static Desc fitting(Spelling spelling, Desc any) {
    if (spelling == Spelling.DIGISWITCH
        && any instanceof Pgas(int sheets, var alamat, var detail)) {
      return new Pgas(
          sheets,
          alamat,
          detail.stream()
              .map(
                  it ->
                      new Pgas.Sheet(
                          it.periode(), it.meterAwal(), it.meterAkhir(), Optional.empty()))
              .toList());
    }
    return any;
  }
}
