package id.sakelar.wire.mmbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sakelar.conversations.Conversation;
import id.sakelar.wire.Codec;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import id.sakelar.wire.mmbc.Reply.Ok;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How answers of other people's servers are read: lenient in form, strict in meaning.
class AnswerTest {
  private static final String PAID = printed("samsat-pay", 0);
  private static final String TRANSFERRED = printed("card-transfer", 1);

  @Test
  void the_printed_blanks_before_references_are_no_part_of_them() throws Garbled {
    var blanks =
        PAID.replace("\"5A834", "\" 5A834")
            .replace("\"245209\"", "\" 245209 \"")
            .replace("\"5000\"", "5000");

    var receipt = ok(Mmbc.PAY_ESAMSAT.answer(), blanks);

    assertThat(receipt).isEqualTo(ok(Mmbc.PAY_ESAMSAT.answer(), PAID));
    assertThat(receipt.referenceNumber()).isEqualTo("5A834FE7A6394BA0A387EA9E8EFB1E48");
    assertThat(receipt.tanggal()).isEqualTo(LocalDateTime.of(2019, 7, 7, 13, 14, 15));
    assertThat(receipt.status()).isEqualTo(Status.CONFIRM);
  }

  @Test
  void a_detail_nobody_understands_leaves_no_payment_undecided() throws Garbled {
    var strange = TRANSFERRED.replace("25 sec", "a while").replace("\"reference\"", "\"ref\"");

    var receipt = ok(Mmbc.TRANSFER_ACC.answer(), strange);

    assertThat(receipt.status()).isEqualTo(Status.CONFIRM);
    assertThat(receipt.duration()).isEmpty();
    assertThat(receipt.reference()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ok, yes, result is neither ok nor no",
    "CONFIRM, confirm, status is no status",
    "CONFIRM, SUCCESS, status is no status",
    "CONFIRM, FAILURE, status is no status",
    "CONFIRM, INQUIRY, status is no status of a card payment",
    "2020-01-01 01:00:00, 2020-02-30 01:00:00, date is not a date and a time",
    "103000, 103000.00, debet is not an amount of whole rupiah",
    "amount, jumlah, amount is missing",
    "invoice, faktur, invoice is missing",
  })
  void a_card_receipt_says_what_it_means(String good, String bad, String why) {
    refused(Mmbc.TRANSFER_ACC.answer(), TRANSFERRED.replace(good, bad), why);
  }

  @Test
  void an_inquiry_is_no_receipt() {
    refused(Mmbc.INQUIRY_ESAMSAT.answer(), PAID, "status is no status of an inquiry");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"result\":\"ok\"}|the body is neither a list nor a refusal",
        "\"no\"|the body is neither a JSON object nor a list",
        "[1]|a line of the list is not an object",
        "[]x|the body is not JSON, or larger than allowed",
        "[] []|the body goes on behind its JSON",
        "[{\"cc_name\":\"A\",\"cc_code\":\"8\",\"cc_status\":\"ready\"}]"
            + "|cc_status is neither Ready nor Close",
      })
  void a_list_is_a_list_or_a_refusal(String body, String why) {
    refused(Mmbc.LISTCC.answer(), body, why);
  }

  @Test
  void a_refusal_without_a_reason_is_none() {
    refused(Mmbc.TRANSFER_ACC.answer(), "{\"result\":\"no\"}", "reason is missing");
    refused(
        Mmbc.STATUS_INVOICE.answer(),
        "{\"result\":\"no\",\"status\":\"REFUND\",\"reason\":\"?\"}",
        "status is no status of a refusal");
  }

  @Test
  void a_list_without_a_line_is_a_list() throws Garbled {
    assertThat(ok(Mmbc.LISTCC.answer(), "[]")).isEmpty();
  }

  @Test
  void nothing_prints_a_person() throws Garbled {
    assertThat(ok(Mmbc.TRANSFER_ACC.answer(), TRANSFERRED).toString())
        .contains("Card[8, ***********7777]")
        .doesNotContain("PUNYA");
    assertThat(ok(Mmbc.PAY_ESAMSAT.answer(), PAID).toString())
        .contains("Vehicle[Rp183500]")
        .doesNotContain("JORDAN")
        .doesNotContain("320111111111111");
  }

  private static <A> A ok(Codec<Reply<A>> codec, String body) throws Garbled {
    return ((Ok<A>) codec.read(Message.json(body))).answer();
  }

  private static void refused(Codec<?> codec, String body, String why) {
    assertThatThrownBy(() -> codec.read(Message.json(body)))
        .isInstanceOf(Garbled.class)
        .hasMessage(why);
  }

  private static String printed(String name, int exchange) {
    return Conversation.read("mmbc/" + name).exchanges().get(exchange).answer().body();
  }
}
