package id.sakelar.wire.bankplus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Codec;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import id.sakelar.wire.RandomRecords;
import id.sakelar.wire.bankplus.SwitcherReply.Answered;
import id.sakelar.wire.bankplus.SwitcherReply.Refused;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the switcher says, and what it is heard to say.
class SwitcherAnswerTest {
  private static final Codec<SwitcherReply<SwitcherHolder>> INQUIRY = Switcher.INQUIRY.answer();
  private static final Codec<SwitcherReply<SwitcherReceipt>> CHECK = Switcher.CHECK.answer();
  private static final Instant MOMENT = Instant.parse("2020-06-04T08:38:59.387Z");

  @ParameterizedTest
  @CsvSource({
    "602577171334.84, 60257717133484",
    "602577171334.05, 60257717133405",
    "0.50, 50",
    "-0.50, -50",
    "-12.34, -1234",
    "0, 0",
    "1000, 100000",
    "-1000, -100000",
    "9999999999999999.99, 999999999999999999"
  })
  void a_balance_is_exact_to_the_sen(String written, long sen) throws Garbled {
    var message = INQUIRY.write(SwitcherReply.answered(holder(Optional.of(new Rupiah(sen)))));

    assertThat(message.text()).contains("\"balance\":" + written + ",");
    assertThat(INQUIRY.read(message))
        .isEqualTo(SwitcherReply.answered(holder(Optional.of(new Rupiah(sen)))));
  }

  @Test
  void a_bank_that_says_no_balance_says_none() throws Garbled {
    var reply = SwitcherReply.answered(holder(Optional.empty()));

    assertThat(INQUIRY.write(reply).text()).doesNotContain("balance");
    assertThat(INQUIRY.read(INQUIRY.write(reply))).isEqualTo(reply);
  }

  @ParameterizedTest
  @ValueSource(strings = {"6.0e11", "1.234", "\"1.000,00\"", "true", "12345678901234567"})
  void a_balance_in_another_spelling_is_none(String balance) {
    var body =
        INQUIRY
            .write(SwitcherReply.answered(holder(Optional.of(Rupiah.ZERO))))
            .text()
            .replace("\"balance\":0", "\"balance\":" + balance);

    assertThat(garbled(INQUIRY, body).field()).contains("balance");
  }

  @Test
  void a_moment_has_milliseconds_and_is_in_utc() {
    var noon =
        new SwitcherReceipt(
            Instant.parse("2020-06-05T03:14:09Z"),
            "2006051013592980",
            side(),
            side(),
            Rupiah.of(1),
            "x",
            "1",
            Optional.empty());

    assertThat(CHECK.write(SwitcherReply.answered(noon)).text())
        .contains("\"timestamp\":\"2020-06-05T03:14:09.000Z\"");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 20_260_104})
  void what_is_written_is_read_back(long seed) throws Garbled {
    var made = new RandomRecords(new SplittableRandom(seed));
    for (int run = 0; run < 300; run++) {
      survives(CHECK, SwitcherReply.answered(made.next(SwitcherReceipt.class)));
      survives(CHECK, SwitcherReply.pending(made.word()));
      survives(CHECK, SwitcherReply.inDoubt());
      survives(CHECK, SwitcherReply.refused(SwitcherSentence.SOURCE_UNKNOWN, made.word()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_sentence_is_known_by_its_words(SwitcherSentence sentence) throws Garbled {
    survives(CHECK, SwitcherReply.refused(sentence));
    assertThat(SwitcherSentence.of(sentence.code(), sentence.text())).contains(sentence);
    assertThat(SwitcherSentence.of("00", sentence.text())).isEmpty();
  }

  @Test
  void a_code_nobody_knows_is_a_refusal_for_the_listener_to_judge() throws Garbled {
    assertThat(CHECK.read(Message.json("{\"code\": \"05\", \"message\": \"Do not honour\"}")))
        .isEqualTo(new Refused<SwitcherReceipt>("05", "Do not honour", Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"code\": \"00\"}",
        "{\"code\": \"00\", \"message\": \"Check success\"}",
        "{\"code\": \"00\", \"message\": \"Check success\", \"data\": {}}",
        "{\"code\": \"00\", \"message\": \"Check success\", \"data\": []}",
        "{\"code\": null, \"message\": \"x\"}",
        "{\"code\": -1, \"message\": \"x\"}",
        "{\"code\": \"-1\"}",
        "{\"code\": \"0101\", \"message\": \"x\", \"data\": {\"Data\": []}}",
        "{\"code\": \"68\", \"data\": \"x\"}",
        "<html></html>"
      })
  void what_is_no_answer_is_garbled(String body) {
    assertThat(garbled(CHECK, body)).hasMessageNotContaining("html");
  }

  @Test
  void a_reference_is_made_of_the_time_in_jakarta_and_four_digits() {
    assertThat(SwitcherRefnum.of(MOMENT, 6600)).isEqualTo("2006041538596600");
    assertThat(SwitcherRefnum.of(Instant.parse("2020-12-31T17:00:00Z"), 7))
        .isEqualTo("2101010000000007");
    assertThat(SwitcherRefnum.of(MOMENT, 120_042)).isEqualTo("2006041538590042");
    assertThat(SwitcherRefnum.of(MOMENT, -1)).isEqualTo("2006041538599999");
  }

  @Test
  void nothing_that_is_a_secret_or_belongs_to_a_person_is_printed() {
    var receipt =
        new SwitcherReceipt(
            MOMENT, "2006051013592980", side(), side(), Rupiah.of(1), "x", "1", Optional.empty());
    var refused = SwitcherReply.refused(SwitcherSentence.REFNUM_USED, "888801000003301");

    assertThat(holder(Optional.empty()))
        .hasToString("SwitcherHolder[BRINIDJA, ***********3301, Rekening Aktif]");
    assertThat(receipt)
        .hasToString(
            "SwitcherReceipt[2006051013592980, BRINIDJA ***********3301 to"
                + " BRINIDJA ***********3301, Rp1]");
    assertThat(new Answered<>(receipt).toString()).doesNotContain("SANDBOX");
    assertThat(refused)
        .hasToString("Refused[-1, refnum has already been used, Optional[***********3301]]");
  }

  private static SwitcherReceipt.Side side() {
    return new SwitcherReceipt.Side("BRINIDJA", "888801000003301", "BRIAPI SANDBOX");
  }

  private static SwitcherHolder holder(Optional<Rupiah> balance) {
    return new SwitcherHolder(
        MOMENT,
        "2006041538496600",
        "BRINIDJA",
        "888801000003301",
        "BRIAPI SANDBOX",
        balance,
        SwitcherHolder.ACTIVE,
        "ab9f2b37db210c6f04f43ca229cbceb6");
  }

  private static <T> void survives(Codec<T> codec, T value) throws Garbled {
    assertThat(codec.read(codec.write(value))).isEqualTo(value);
  }

  private static Garbled garbled(Codec<?> codec, String body) {
    return assertThrows(Garbled.class, () -> codec.read(Message.json(body)));
  }
}
