package id.sakelar.server.upstream.mmbc;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.server.payment.Bill;
import id.sakelar.server.payment.Biller.Found.NoBill;
import id.sakelar.server.payment.Evidence;
import id.sakelar.server.payment.Evidence.Ambiguous;
import id.sakelar.server.payment.Evidence.InProcess;
import id.sakelar.server.payment.Evidence.NotFound;
import id.sakelar.server.payment.Evidence.Refused;
import id.sakelar.server.payment.Evidence.Success;
import id.sakelar.server.payment.Reason;
import id.sakelar.wire.mmbc.Refusal;
import id.sakelar.wire.mmbc.Sentence;
import id.sakelar.wire.mmbc.Status;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What each sentence and each status proves, as the answer to an order and as the answer to a
/// status question, and why there is no bill when a sentence is the answer to an inquiry.
class MeaningTest {
  /// Sentence, what it proves of an order, what it proves as a status, why there is no bill.
  private static final String SENTENCES =
      """
      FORMAT,           E3, E5, BILLER_UNREACHABLE
      LOGIN,            E3, E5, BILLER_UNREACHABLE
      NOT_ALLOWED,      E3, E5, BILLER_UNREACHABLE
      EXPOSED,          E3, E5, BILLER_UNREACHABLE
      LIMIT,            E5, E5, BILLER_UNREACHABLE
      DISTURBED,        E5, E5, BILLER_UNREACHABLE
      CLOSED,           E3, E5, PRODUCT_CLOSED
      FUNDS,            E3, E5, BILLER_UNREACHABLE
      NOT_FOUND,        E3, E6, EXPIRED
      FAILURE_INVOICE,  E5, E6, BILLER_UNREACHABLE
      DATA_NOT_FOUND,   E5, E5, NUMBER_WRONG
      ALREADY_PAID,     E5, E5, ALREADY_PAID
      INQUIRY_NEEDED,   E3, E5, EXPIRED
      INQUIRY_OVER,     E3, E5, EXPIRED
      UNDECIDED,        E5, E5, BILLER_UNREACHABLE
      REFERENCE_USED,   E5, E5, BILLER_UNREACHABLE
      NOT_YET_DUE,      E5, E5, NO_BILL
      PLATES_DUE,       E3, E5, AT_COUNTER_ONLY
      CARD_UNKNOWN,     E3, E5, NUMBER_WRONG
      FAILED,           E3, E5, BILLER_REFUSED
      CC_CODE,          E3, E5, PRODUCT_CLOSED
      CARD,             E3, E5, NUMBER_WRONG
      BRAND,            E3, E5, NUMBER_WRONG
      AMOUNT,           E3, E5, AMOUNT_INVALID
      AMOUNT_LEAST,     E3, E5, AMOUNT_INVALID
      AMOUNT_MOST,      E3, E5, AMOUNT_INVALID
      DIRECT,           E3, E5, BILLER_UNREACHABLE
      RECEIPT,          E3, E5, BILLER_UNREACHABLE
      REF_ID,           E3, E5, BILLER_UNREACHABLE
      PRODUCT,          E3, E5, PRODUCT_CLOSED
      CUSTOMER_NUMBER,  E3, E5, NUMBER_WRONG
      STRUCTURE_NUMBER, E3, E5, NUMBER_WRONG
      INVOICE,          E3, E5, BILLER_UNREACHABLE
      CREDENTIAL,       E3, E5, BILLER_UNREACHABLE
      """;

  private static Counterpart cards;
  private static Counterpart taxes;

  @BeforeAll
  static void open() {
    cards = new Counterpart(PretendedCard.PATH);
    taxes = new Counterpart(PretendedTax.PATH);
  }

  @AfterAll
  static void close() {
    cards.close();
    taxes.close();
  }

  @ParameterizedTest
  @CsvSource(textBlock = SENTENCES)
  void a_sentence_proves_what_the_table_says_of_a_card(
      Sentence sentence, String ofOrder, String ofStatus, Reason whyNoBill) {
    cards.says(PretendedCard.refuses(saidByBiller(sentence, PretendedCard.INVOICE)));

    assertThat(cards.biller().pay(PretendedCard.ORDER))
        .isEqualTo(evidence(ofOrder, sentence, whyNoBill));
    assertThat(cards.biller().status(PretendedCard.ORDER))
        .isEqualTo(evidence(ofStatus, sentence, whyNoBill));
  }

  @ParameterizedTest
  @CsvSource(textBlock = SENTENCES)
  void a_sentence_proves_what_the_table_says_of_a_tax(
      Sentence sentence, String ofOrder, String ofStatus, Reason whyNoBill) {
    var reason = said(sentence, PretendedTax.INVOICE);

    taxes.says(PretendedTax.refusesOrder(PretendedTax.ECHO, reason));
    assertThat(taxes.biller().pay(PretendedTax.ORDER))
        .isEqualTo(evidence(ofOrder, sentence, whyNoBill));

    taxes.says(PretendedTax.refusesStatus(reason));
    assertThat(taxes.biller().status(PretendedTax.ORDER))
        .isEqualTo(evidence(ofStatus, sentence, whyNoBill));
  }

  @ParameterizedTest
  @CsvSource(textBlock = SENTENCES)
  void a_sentence_says_why_there_is_no_bill(
      Sentence sentence, String ofOrder, String ofStatus, Reason whyNoBill) {
    cards.says(PretendedCard.refuses(saidByBiller(sentence, "")));
    assertThat(cards.biller().inquire(PretendedCard.QUESTION)).isEqualTo(new NoBill(whyNoBill));

    taxes.says(PretendedTax.refusesOrder(PretendedTax.ECHO, said(sentence, "")));
    assertThat(taxes.biller().inquire(PretendedTax.QUESTION)).isEqualTo(new NoBill(whyNoBill));
  }

  @Test
  void every_sentence_of_the_list_stands_in_the_table() {
    var listed = Arrays.stream(Sentence.values()).map(Sentence::name);

    assertThat(SENTENCES.lines().map(line -> line.substring(0, line.indexOf(','))))
        .containsExactlyElementsOf(listed.toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Maaf, transaksi gagal.",
        "maaf, saldo tidak cukup.",
        "Maaf, saldo tidak cukup. Hubungi admin.",
        "Maaf, user xxx tidak di izinkan untuk gunakan fitur transfer bank. Silakan contact IT MMBC.",
        "Maaf, user sakelar tidak di izinkan untuk gunakan fitur transfer bank."
      })
  void a_sentence_that_is_on_no_list_or_about_another_user_proves_nothing(String reason) {
    var doubt = new Ambiguous("no, in unknown words");

    cards.says(PretendedCard.refuses(new Refusal.Bare(reason)));
    assertThat(cards.biller().pay(PretendedCard.ORDER)).isEqualTo(doubt);
    assertThat(cards.biller().status(PretendedCard.ORDER)).isEqualTo(doubt);
    assertThat(cards.biller().inquire(PretendedCard.QUESTION))
        .isEqualTo(new NoBill(Reason.BILLER_REFUSED));

    taxes.says(PretendedTax.refusesOrder(PretendedTax.ECHO, reason));
    assertThat(taxes.biller().pay(PretendedTax.ORDER)).isEqualTo(doubt);
    assertThat(taxes.biller().inquire(PretendedTax.QUESTION))
        .isEqualTo(new NoBill(Reason.BILLER_REFUSED));

    taxes.says(PretendedTax.refusesStatus(reason));
    assertThat(taxes.biller().status(PretendedTax.ORDER)).isEqualTo(doubt);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Failure Invoice 11111111112!",
        "Failure Invoice 111111111111!",
        "Failure Invoice !",
        "Failure Invoice 11111111111! Failure Invoice 11111111111!"
      })
  void another_invoice_that_is_not_found_proves_nothing(String reason) {
    taxes.says(PretendedTax.refusesStatus(reason));

    assertThat(taxes.biller().status(PretendedTax.ORDER))
        .isEqualTo(new Ambiguous("no, in unknown words"));
  }

  @ParameterizedTest
  @CsvSource({"CONFIRM, E2, E2", "PENDING, E4, E4", "REFUND, E3, E3"})
  void a_status_proves_of_a_card_what_the_table_says(
      Status status, String ofOrder, String ofStatus) {
    cards.says(PretendedCard.says(PretendedCard.receipt(status)));

    var invoice = PretendedCard.INVOICE;
    assertThat(cards.biller().pay(PretendedCard.ORDER))
        .isEqualTo(evidence(ofOrder, status, invoice));
    assertThat(cards.biller().status(PretendedCard.ORDER))
        .isEqualTo(evidence(ofStatus, status, invoice));
  }

  @ParameterizedTest
  @CsvSource({"INQUIRY, E5, E6", "CONFIRM, E2, E2", "PENDING, E4, E4", "REFUND, E3, E3"})
  void a_status_proves_of_a_tax_what_the_table_says(
      Status status, String ofOrder, String ofStatus) {
    taxes.says(PretendedTax.says(status));

    var invoice = PretendedTax.INVOICE;
    assertThat(taxes.biller().pay(PretendedTax.ORDER))
        .isEqualTo(evidence(ofOrder, status, invoice));
    assertThat(taxes.biller().status(PretendedTax.ORDER))
        .isEqualTo(evidence(ofStatus, status, invoice));
  }

  private static Refusal saidByBiller(Sentence sentence, String invoice) {
    return new Refusal.Bare(said(sentence, invoice));
  }

  private static String said(Sentence sentence, String invoice) {
    return sentence.about(
        sentence == Sentence.NOT_ALLOWED ? PretendedCard.LOGIN.username() : invoice);
  }

  private static Evidence evidence(String evidenceClass, Sentence sentence, Reason reason) {
    return switch (evidenceClass) {
      case "E3" -> new Refused("no " + sentence, reason);
      case "E5" -> new Ambiguous("no " + sentence);
      case "E6" -> new NotFound("no " + sentence, false);
      default -> throw new IllegalArgumentException(evidenceClass);
    };
  }

  private static Evidence evidence(String evidenceClass, Status status, String invoice) {
    boolean isCard = invoice.equals(PretendedCard.INVOICE);
    Bill receipt = isCard ? null : PretendedTax.bill(PretendedTax.TRACE);
    return switch (evidenceClass) {
      case "E2" ->
          isCard
              ? new Success(
                  "ok " + status,
                  PretendedCard.BANKS_REFERENCE,
                  PretendedCard.COST,
                  receipt,
                  invoice)
              : new Success(
                  "ok " + status,
                  PretendedTax.BANKS_REFERENCE,
                  PretendedTax.COST,
                  receipt,
                  invoice);
      case "E3" -> new Refused("ok " + status, Reason.BILLER_REFUSED);
      case "E4" -> new InProcess("ok " + status, invoice);
      case "E5" -> new Ambiguous("ok " + status);
      case "E6" -> new NotFound("ok " + status, false);
      default -> throw new IllegalArgumentException(evidenceClass);
    };
  }
}
