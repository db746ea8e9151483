package id.sakelar.server.front.bankplus;

import static id.sakelar.server.front.bankplus.Desk.done;
import static id.sakelar.server.front.bankplus.Desk.said;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.server.banking.BankNetwork.Heard;
import id.sakelar.server.banking.Denial;
import id.sakelar.wire.bankplus.Bankplus;
import id.sakelar.wire.bankplus.InterbankInquiry;
import id.sakelar.wire.bankplus.InterbankPayment;
import id.sakelar.wire.bankplus.InterbankQuote;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Money for other banks: on the terms of an inquiry, once, and never a no where there may be a
/// yes.
class InterbankTest {
  private static final Demo AGENT = Demo.of(1);
  private static final Demo OTHER = Demo.of(2);
  private static final Rupiah SENT = Rupiah.of(10_000);
  private static final Rupiah SENT_WITH_FEE = Rupiah.of(16_500);
  private static final String TERMS = "200 -1 [13] Data tidak sesuai dengan inquiry";
  private static final String NO_INQUIRY =
      "200 -1 [25] Silakan lakukan inquiry baru sebelum membayar";
  private static final String USED = "200 -1 [94] Referensi sudah digunakan";

  private static Branch branch;
  private Desk desk;

  @BeforeAll
  static void moveIn() throws Exception {
    branch = Branch.open();
    branch.add(AGENT, Rupiah.of(10_000_000));
    branch.add(OTHER, Rupiah.of(10_000_000));
    branch.mandiri.open("114451186", "Ardha Herdianto");
  }

  @AfterAll
  static void the_books_are_whole() throws Exception {
    assertThat(branch.premises.audit()).isEmpty();
    branch.close();
  }

  @BeforeEach
  void logIn() throws Exception {
    branch.mandiri.answers(() -> new Heard.Booked("00"));
    desk = Desk.of(branch, AGENT);
  }

  private InterbankQuote inquire() throws Exception {
    var question = new InterbankInquiry("008", "114451186");
    return done(Bankplus.INTERBANK_INQUIRY, desk.ask(Bankplus.INTERBANK_INQUIRY, question));
  }

  private static InterbankPayment payment(InterbankQuote quote) {
    return payment(quote, quote.adminFee(), quote.accountName(), quote.bankName());
  }

  private static InterbankPayment payment(
      InterbankQuote quote, Rupiah fee, String name, String bank) {
    return new InterbankPayment(
        quote.transactionId(),
        quote.bankCode(),
        bank,
        quote.accountNumber(),
        name,
        SENT,
        fee,
        AGENT.pin());
  }

  private HttpResponse<String> pay(String sid, InterbankPayment payment) throws Exception {
    return desk.sid(sid).ask(Bankplus.INTERBANK_PAYMENT, payment);
  }

  @Test
  void an_inquiry_quotes_the_fee_and_leaves_a_number() throws Exception {
    var quote = inquire();

    assertThat(quote.transactionId()).matches("[1-9][0-9]{8}");
    assertThat(quote.adminFee()).isEqualTo(Rupiah.of(6_500));
    assertThat(quote.bankName()).isEqualTo("MANDRI");
    assertThat(quote.accountName()).isEqualTo("Ardha Herdianto");
  }

  @Test
  void money_arrives_once_and_is_told_twice() throws Exception {
    var before = branch.balance(AGENT);
    int moves = branch.mandiri.moves().size();
    var payment = payment(inquire());

    var first = pay("once-1", payment);
    var second = pay("once-1", payment);

    assertThat(said(first)).isEqualTo("200 00");
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(branch.mandiri.moves()).hasSize(moves + 1);
    assertThat(branch.balance(AGENT)).isEqualTo(before.minus(SENT_WITH_FEE));
  }

  @Test
  void an_inquiry_is_paid_once_under_whatever_name() throws Exception {
    var payment = payment(inquire());
    assertThat(said(pay("name-1", payment))).isEqualTo("200 00");
    var before = branch.balance(AGENT);

    assertThat(said(pay("name-2", payment))).isEqualTo(USED);
    assertThat(said(desk.ask(Bankplus.INTERBANK_PAYMENT, payment))).isEqualTo(USED);
    assertThat(branch.balance(AGENT)).isEqualTo(before);
  }

  @Test
  void without_a_name_the_number_of_the_inquiry_is_the_name() throws Exception {
    var payment = payment(inquire());

    var first = desk.ask(Bankplus.INTERBANK_PAYMENT, payment);
    branch.premises.setTime(branch.premises.clock().instant().plus(Duration.ofMinutes(10)));
    var second = desk.ask(Bankplus.INTERBANK_PAYMENT, payment);

    assertThat(said(first)).isEqualTo("200 00");
    assertThat(second.body()).isEqualTo(first.body());
  }

  @Test
  void other_terms_than_the_inquiry_told_are_refused_and_leave_it_as_it_is() throws Exception {
    var quote = inquire();
    var before = branch.balance(AGENT);
    var fee = quote.adminFee();

    assertThat(said(pay("t-1", payment(quote, Rupiah.ZERO, quote.accountName(), "MANDRI"))))
        .isEqualTo(TERMS);
    assertThat(said(pay("t-1", payment(quote, fee, "Somebody Else", "MANDRI")))).isEqualTo(TERMS);
    assertThat(said(pay("t-1", payment(quote, fee, quote.accountName(), "BRI")))).isEqualTo(TERMS);
    assertThat(branch.balance(AGENT)).isEqualTo(before);
    assertThat(said(pay("t-1", payment(quote, fee, "ARDHA HERDIANTO", "mandri"))))
        .isEqualTo("200 00");
  }

  @Test
  void the_inquiry_of_another_agent_is_unknown() throws Exception {
    var quote = inquire();
    var payment =
        new InterbankPayment(
            quote.transactionId(),
            "008",
            "MANDRI",
            "114451186",
            "Ardha Herdianto",
            SENT,
            quote.adminFee(),
            OTHER.pin());

    assertThat(said(Desk.of(branch, OTHER).ask(Bankplus.INTERBANK_PAYMENT, payment)))
        .isEqualTo(NO_INQUIRY);
  }

  @Test
  void an_inquiry_of_yesterday_is_over() throws Exception {
    var quote = inquire();
    branch.premises.setTime(
        branch.premises.clock().instant().plus(Duration.ofDays(1)).plusSeconds(1));
    desk = Desk.of(branch, AGENT);

    assertThat(said(pay("late-1", payment(quote)))).isEqualTo(NO_INQUIRY);
  }

  @Test
  void doubt_is_pending_and_stays_pending() throws Exception {
    branch.mandiri.answers(() -> new Heard.Ambiguous("no answer"));
    var before = branch.balance(AGENT);
    var payment = payment(inquire());

    assertThat(said(pay("doubt-1", payment))).isEqualTo("200 68");
    assertThat(said(pay("doubt-1", payment))).isEqualTo("200 68");
    assertThat(branch.balance(AGENT)).isEqualTo(before.minus(SENT_WITH_FEE));
  }

  @Test
  void silence_is_pending_until_the_bank_speaks() throws Exception {
    var spoken = new CountDownLatch(1);
    branch.mandiri.answers(() -> after(spoken));
    var payment = payment(inquire());

    assertThat(said(pay("silent-1", payment))).isEqualTo("200 68");
    spoken.countDown();

    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    var answer = "";
    while (!answer.equals("200 00")) {
      answer = said(pay("silent-1", payment));
      assertThat(System.nanoTime()).isLessThan(end);
    }
  }

  private static Heard after(CountDownLatch spoken) {
    try {
      spoken.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return new Heard.Booked("00");
  }

  @Test
  void a_no_gives_the_money_back_and_stays_no_to_the_letter() throws Exception {
    branch.mandiri.answers(() -> new Heard.Refused("76", Denial.UNKNOWN_ACCOUNT));
    var before = branch.balance(AGENT);
    var payment = payment(inquire());

    var first = pay("no-1", payment);
    var second = pay("no-1", payment);

    assertThat(said(first)).isEqualTo("200 -1 [76] Invalid account");
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(branch.balance(AGENT)).isEqualTo(before);
  }

  @Test
  void what_was_certainly_not_sent_is_a_no() throws Exception {
    branch.mandiri.answers(() -> new Heard.NotSent("closed"));
    var before = branch.balance(AGENT);

    assertThat(said(pay("away-1", payment(inquire()))))
        .isEqualTo("200 -1 [91] Bank tujuan tidak dapat dihubungi");
    assertThat(branch.balance(AGENT)).isEqualTo(before);
  }

  @Test
  void what_breaks_off_is_pending() throws Exception {
    branch.mandiri.answers(
        () -> {
          throw new IllegalStateException("the connector broke");
        });

    assertThat(said(pay("broken-1", payment(inquire())))).isEqualTo("200 68");
  }

  @Test
  void banks_and_accounts_that_are_not_there_are_told_as_printed() throws Exception {
    assertThat(said(ask("008", "114451187"))).isEqualTo("200 -1 [76] Invalid account");
    assertThat(said(ask("777", "114451186"))).isEqualTo("200 -1 [15] Bank tujuan tidak dikenal");
    assertThat(said(ask("002", "114451186"))).isEqualTo("200 -1 [15] Bank tujuan tidak dikenal");
    assertThat(said(ask("009", "5001"))).isEqualTo("200 -1 [15] Bank tujuan tidak dikenal");
    assertThat(said(ask("BMRIIDJA", "114451186"))).isEqualTo("200 00");
    assertThat(said(ask("8", "114451186")))
        .isEqualTo("400 BAD_REQUEST Parameter bank_code tidak valid.");
  }

  private HttpResponse<String> ask(String bank, String account) throws Exception {
    var body = "{\"bank_code\": \"%s\", \"account_number\": \"%s\"}".formatted(bank, account);
    return desk.post(Bankplus.INTERBANK_INQUIRY.path(), body);
  }
}
