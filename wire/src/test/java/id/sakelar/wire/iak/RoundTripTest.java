package id.sakelar.wire.iak;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.wire.Codec;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.RandomRecords;
import id.sakelar.wire.iak.Reply.Refused;
import id.sakelar.wire.iak.desc.Bpjs;
import id.sakelar.wire.iak.desc.Bpjstk;
import id.sakelar.wire.iak.desc.Bpjstkpu;
import id.sakelar.wire.iak.desc.Desc;
import id.sakelar.wire.iak.desc.Esamsat;
import id.sakelar.wire.iak.desc.Family;
import id.sakelar.wire.iak.desc.Insurance;
import id.sakelar.wire.iak.desc.Internet;
import id.sakelar.wire.iak.desc.Multifinance;
import id.sakelar.wire.iak.desc.OpenAmount;
import id.sakelar.wire.iak.desc.Pbb;
import id.sakelar.wire.iak.desc.Pdam;
import id.sakelar.wire.iak.desc.Pgas;
import id.sakelar.wire.iak.desc.Phone;
import id.sakelar.wire.iak.desc.Plain;
import id.sakelar.wire.iak.desc.Pln;
import id.sakelar.wire.iak.desc.Plnnontaglis;
import id.sakelar.wire.iak.desc.Tv;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What is written in either format is read back as it was. A failure names its seed; add it to the
/// list.
class RoundTripTest {
  private static final int RUNS = 300;

  @ParameterizedTest
  @CsvSource({"JSON, 1", "JSON, 20261120", "XML, 2", "XML, 20261121"})
  void questions_survive(Format format, long seed) throws Garbled {
    var made = RandomRecords.withoutControls(new SplittableRandom(seed));
    Codec<Question> questions = Iak.in(format).bill().question();
    for (int run = 0; run < RUNS; run++) {
      survives(questions, inquiry(made));
      survives(questions, made.next(Payment.class));
      survives(questions, StatusQuestion.by(made.next(Account.class), word(made)));
      survives(questions, made.next(PriceListQuestion.class));
      survives(Iak.BALANCE.question(), made.next(BalanceQuestion.class));
    }
  }

  @ParameterizedTest
  @CsvSource({"JSON, 3", "JSON, 20261122", "XML, 4", "XML, 20261123"})
  void answers_survive(Format format, long seed) throws Garbled {
    var made = RandomRecords.withoutControls(new SplittableRandom(seed));
    var said = Iak.in(format);
    for (int run = 0; run < RUNS; run++) {
      survives(said.bill().answer(), Reply.answered(made.next(Answer.class)));
      survives(said.bill().answer(), Refused.of(made.one(ResponseCode.values())));
      survives(said.priceList().answer(), Reply.answered(made.next(PriceList.class)));
      survives(said.priceList().answer(), Refused.of(ResponseCode.SIGNATURE));
      survives(Iak.BALANCE.answer(), made.next(Balance.class));
      survives(Receipt.CODEC, new Receipt(Map.of("NO. RESI", word(made), "NAMA", word(made))));
    }
  }

  @ParameterizedTest
  @CsvSource({"JSON, 5", "JSON, 20261124", "XML, 6", "XML, 20261125"})
  void details_of_every_family_survive(Format format, long seed) throws Garbled {
    var made = RandomRecords.withoutControls(new SplittableRandom(seed));
    var answers = Iak.in(format).bill().answer();
    for (Class<?> type : Desc.class.getPermittedSubclasses()) {
      for (int run = 0; run < RUNS; run++) {
        var desc = (Desc) made.next(type);
        var told = Reply.answered(Details.told(made.next(Answer.class), desc));

        assertThat(family(desc).read(Details.of(answers.read(answers.write(told)))))
            .isEqualTo(desc);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_price_list_may_be_long(Format format) throws Garbled {
    var made = RandomRecords.withoutControls(new SplittableRandom(7));
    var lines =
        IntStream.range(0, 10_000)
            .mapToObj(
                _ -> {
                  var any = made.next(PricedProduct.class);
                  return new PricedProduct(
                      "A&B<" + any.code(),
                      "&&&&&",
                      any.active(),
                      any.fee(),
                      any.komisi(),
                      "pdam",
                      "postpaid",
                      any.province());
                })
            .toList();

    survives(Iak.in(format).priceList().answer(), Reply.answered(new PriceList(lines)));
    survives(Iak.in(format).priceList().answer(), Reply.answered(new PriceList(List.of())));
  }

  private static <T> void survives(Codec<T> codec, T value) throws Garbled {
    assertThat(codec.read(codec.write(value))).isEqualTo(value);
  }

  private static Inquiry inquiry(RandomRecords made) {
    var account = made.next(Account.class);
    var plain = Inquiry.by(account, "FN" + made.coin(), "6391601201", word(made));
    var dated = made.coin() ? plain.withYear(2019) : plain.withMonth(12);
    var named = made.coin() ? dated.withNomorIdentitas("0212502110170100") : dated;
    return made.coin() ? named.withAmount(made.next(PricedProduct.class).fee()) : named;
  }

  /// A word without the colon, which no reference has here.
  private static String word(RandomRecords made) {
    return made.word().replace(':', '_');
  }

  private static Family family(Desc desc) {
    return switch (desc) {
      case Pln _ -> Family.PLN;
      case Plnnontaglis _ -> Family.PLNNONTAGLIS;
      case Bpjs _ -> Family.BPJS;
      case Bpjstk _ -> Family.BPJSTK;
      case Bpjstkpu _ -> Family.BPJSTKPU;
      case Multifinance _ -> Family.MULTIFINANCE;
      case Insurance _ -> Family.INSURANCE;
      case Pdam _ -> Family.PDAM;
      case Pgas _ -> Family.PGAS;
      case Phone it ->
          switch (it.line()) {
            case FIXED -> Family.TELKOM;
            case MOBILE -> Family.MOBILE;
          };
      case Internet _ -> Family.INTERNET;
      case Tv _ -> Family.TV;
      case Pbb _ -> Family.PBB;
      case Esamsat _ -> Family.ESAMSAT;
      case OpenAmount _ -> Family.OPEN_AMOUNT;
      case Plain _ -> Family.COLLECTION;
    };
  }
}
