package id.sakelar.server.recovery;

import static id.sakelar.server.payment.Samples.COST;
import static id.sakelar.server.payment.Samples.PRICE;
import static id.sakelar.server.payment.Samples.UPSTREAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.sakelar.money.Rupiah;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.payment.Asked;
import id.sakelar.server.payment.CaseStore;
import id.sakelar.server.payment.Counter;
import id.sakelar.server.payment.Evidence;
import id.sakelar.server.payment.HouseAccounts;
import id.sakelar.server.payment.PaperBiller;
import id.sakelar.server.payment.Payment;
import id.sakelar.server.payment.Payments;
import id.sakelar.server.payment.Payments.Paying;
import id.sakelar.server.payment.Reason;
import id.sakelar.server.payment.References;
import id.sakelar.server.payment.Samples;
import id.sakelar.server.payment.SettlementLine;
import id.sakelar.server.payment.SettlementLine.Status;
import id.sakelar.server.payment.SettlementStore;
import id.sakelar.server.payment.State;
import id.sakelar.server.recovery.Difference.Kind;
import id.sakelar.server.recovery.Reconciliation.Report;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A biller's list and our books say the same in the end, or somebody is told where not.
class ReconciliationTest {
  private static final Rupiah DEPOSIT = Rupiah.of(10_000_000);
  private static final Partner SRI = Samples.partner("warung-sri");
  private static final String HEAD = "date,reference,theirs,product,customer,amount,status\n";
  private static final long TAKEN = COST.sen() / 100;

  private final PaperBiller biller = new PaperBiller();
  private Counter counter;
  private Payments payments;

  @BeforeEach
  void open() throws SQLException {
    counter = new Counter(Counter.Kind.POSTGRES);
    counter.deposit("warung-sri", DEPOSIT);
    payments = counter.payments(biller);
  }

  @AfterEach
  void sumUp() throws SQLException {
    counter.close();
  }

  @Test
  void a_list_that_agrees_changes_nothing() throws SQLException {
    var paid = pay(1, PaperBiller.YES);
    var failed = pay(2, new Evidence.Refused("40", Reason.NO_BILL));

    var report = reconcile(line(paid, "T1", TAKEN, "paid"), line(failed, "T2", TAKEN, "failed"));

    assertThat(report).isEqualTo(new Report(2, 2, 0, List.of()));
    assertThat(now(paid)).isEqualTo(paid);
    assertThat(now(failed)).isEqualTo(failed);
  }

  @Test
  void what_nobody_had_answered_for_ends_by_the_list() throws SQLException {
    var paid = pay(1, new Evidence.Ambiguous("silence"));
    var failed = pay(2, new Evidence.Ambiguous("silence"));

    var report = reconcile(line(paid, "T1", TAKEN, "paid"), line(failed, "", TAKEN, "failed"));

    assertThat(report).isEqualTo(new Report(2, 2, 2, List.of()));
    assertThat(now(paid).state()).isEqualTo(State.SUCCEEDED);
    assertThat(now(failed).state()).isEqualTo(State.FAILED);
    assertThat(counter.balance(SRI)).isEqualTo(DEPOSIT.minus(PRICE));
  }

  @Test
  void only_ours_and_only_theirs_are_told() throws SQLException {
    var paid = pay(1, PaperBiller.YES);
    var stranger = today() + ",S260101STRANGER,T9,HALO,x,1000,paid\n";

    var report = reconcile(stranger);

    assertThat(report.differences())
        .extracting(Difference::kind, Difference::reference)
        .containsExactly(
            tuple(Kind.ONLY_THEIRS, "S260101STRANGER"), tuple(Kind.ONLY_OURS, reference(paid)));
  }

  @Test
  void another_amount_is_told_and_proves_nothing() throws SQLException {
    var open = pay(1, new Evidence.Ambiguous("silence"));

    var report = reconcile(line(open, "T1", TAKEN + 1, "paid"));

    assertThat(kinds(report)).containsExactly(Kind.AMOUNT);
    assertThat(now(open)).isEqualTo(open);
  }

  /// X1: the customer is not charged again.
  @Test
  void what_had_failed_here_and_was_taken_there_is_the_houses_loss_once() throws SQLException {
    var failed = pay(1, new Evidence.Refused("40", Reason.NO_BILL));

    var first = reconcile(line(failed, "T1", TAKEN, "paid"));
    var second = reconcile(line(failed, "T1", TAKEN, "paid"));

    assertThat(kinds(first)).containsExactly(Kind.STATUS);
    assertThat(second).isEqualTo(first);
    assertThat(now(failed).state()).isEqualTo(State.FAILED);
    assertThat(counter.balance(SRI)).isEqualTo(DEPOSIT);
    assertThat(counter.balance(HouseAccounts.LOSS)).isEqualTo(COST.negated());
  }

  /// X3.
  @Test
  void what_was_taken_twice_is_the_houses_loss_once() throws SQLException {
    var paid = pay(1, new Evidence.Ambiguous("silence"));
    var lines = line(paid, "T1", TAKEN, "paid") + line(paid, "T2", TAKEN, "paid");

    var first = reconcile(lines);
    var second = reconcile(lines);

    assertThat(kinds(first)).containsExactly(Kind.DUPLICATE);
    assertThat(kinds(second)).containsExactly(Kind.DUPLICATE);
    assertThat(now(paid).state()).isEqualTo(State.SUCCEEDED);
    assertThat(counter.balance(HouseAccounts.LOSS)).isEqualTo(COST.negated());
    assertThat(counter.balance(HouseAccounts.upstream(UPSTREAM))).isEqualTo(COST.times(2));
  }

  @Test
  void what_was_given_back_there_is_given_back_here() throws SQLException {
    var paid = pay(1, PaperBiller.YES);
    var open = pay(2, new Evidence.Ambiguous("silence"));
    var lines =
        line(paid, "T1", TAKEN, "paid")
            + line(paid, "T1", TAKEN, "reversed")
            + line(open, "T2", TAKEN, "reversed");

    var first = reconcile(lines);
    var second = reconcile(lines);

    assertThat(first).isEqualTo(new Report(3, 3, 1, List.of()));
    assertThat(second).isEqualTo(new Report(3, 3, 0, List.of()));
    assertThat(now(paid).state()).isEqualTo(State.REFUNDED);
    assertThat(now(open).state()).isEqualTo(State.REFUNDED);
    assertThat(counter.balance(SRI)).isEqualTo(DEPOSIT);
  }

  /// X2: a list does not take back what the biller confirmed.
  @Test
  void a_no_after_a_yes_is_told_and_moves_nothing() throws SQLException {
    var paid = pay(1, PaperBiller.YES);

    var report = reconcile(line(paid, "T1", TAKEN, "failed"));

    assertThat(kinds(report)).contains(Kind.STATUS);
    assertThat(now(paid).state()).isEqualTo(State.SUCCEEDED);
    assertThat(counter.balance(SRI)).isEqualTo(DEPOSIT.minus(PRICE));
  }

  @Test
  void a_list_is_read_in_its_billers_own_words() {
    var format =
        new SettlementFormat(
            Map.of("date", "Tanggal", "reference", "RefID", "amount", "Harga", "status", "Ket"),
            "dd/MM/uuuu",
            Map.of("sukses", Status.PAID),
            ';');
    var text = "Tanggal;RefID;product;Harga;Ket\n03/11/2026;S1;pln;20000;Sukses\n";

    assertThat(SettlementFile.read(text, format))
        .containsExactly(
            new SettlementLine(
                1, LocalDate.of(2026, 11, 3), "S1", "", "pln", Rupiah.of(20_000), Status.PAID));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-02-30,S1,,pln,x,1000,paid    | date",
        "2026-02-03,S 1,,pln,x,1000,paid   | reference",
        "2026-02-03,S1,,pln,x,1.000,paid   | amount",
        "2026-02-03,S1,,pln,x,-1000,paid   | amount",
        "2026-02-03,S1,,pln,x,01000,paid   | amount",
        "2026-02-03,S1,,pln,x,1000,perhaps | status",
      })
  void what_cannot_be_read_is_named_and_nothing_of_the_list_counts(String line, String column) {
    assertThatThrownBy(() -> SettlementFile.read(HEAD + line + "\n", SettlementFormat.standard()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("line 2 of the list: " + column + " is wrong");
  }

  private Payment pay(int number, Evidence evidence) {
    biller.answers(() -> evidence);
    var id = Samples.id("warung-sri", "INV-" + number);
    var asked = new Asked(SRI, id, "halo", "0811000111", null, null, false);
    return ((Paying.Known) payments.pay(asked)).payment();
  }

  private Payment now(Payment payment) {
    return counter.store().findPayment(payment.id()).orElseThrow();
  }

  private LocalDate today() {
    return References.dayOf(counter.clock().instant());
  }

  private static String reference(Payment payment) {
    return payment.quote().upstreamReference();
  }

  private String line(Payment payment, String theirs, long amount, String status) {
    return String.join(
            ",",
            today().toString(),
            reference(payment),
            theirs,
            payment.quote().upstreamProduct(),
            "x",
            Long.toString(amount),
            status)
        + "\n";
  }

  private Report reconcile(String... lines) throws SQLException {
    var list = SettlementFile.read(HEAD + String.join("", lines), SettlementFormat.standard());
    return new Reconciliation(
            counter.store(),
            new SettlementStore(counter.database().jdbi()),
            new CaseStore(counter.database().jdbi()),
            payments)
        .run(UPSTREAM, list, today(), today());
  }

  private static List<Kind> kinds(Report report) {
    return report.differences().stream().map(Difference::kind).toList();
  }
}
