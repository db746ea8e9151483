package id.sakelar.server.review;

import static id.sakelar.server.payment.Samples.PRICE;
import static id.sakelar.server.review.Office.DEPOSIT;
import static id.sakelar.server.review.Office.DEPOSIT_OF_SRI;
import static id.sakelar.server.review.Office.about;
import static id.sakelar.server.review.Office.closing;
import static id.sakelar.server.review.Office.id;
import static id.sakelar.server.review.Office.refused;
import static id.sakelar.server.review.Office.stands;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.CaseStore;
import id.sakelar.server.payment.Evidence;
import id.sakelar.server.payment.Evidence.Source;
import id.sakelar.server.payment.HouseAccounts;
import id.sakelar.server.payment.Reason;
import id.sakelar.server.payment.Samples;
import id.sakelar.server.payment.State;
import id.sakelar.server.review.Decision.Outcome;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What two operators decide is done once, and nothing else is.
class ReviewTest {
  private Office office;

  @BeforeEach
  void open() throws SQLException {
    office = new Office();
  }

  @AfterEach
  void sumUp() throws SQLException {
    office.closeWhole();
  }

  private Decision approved(Decision decision) {
    return stands(office.review.approve(decision.number(), "budi"));
  }

  @Test
  void what_two_say_was_made_is_settled_and_told() throws SQLException {
    office.payInReview(1);
    var proposal =
        new Proposal(
            id(1).subject(), Outcome.SUCCEEDED, false, "the biller's letter", "L-7", "SN9");

    var applied = approved(office.proposed(proposal));

    assertThat(applied.state()).isEqualTo(Decision.State.APPLIED);
    var payment = office.payment(1);
    assertThat(payment.state()).isEqualTo(State.SUCCEEDED);
    assertThat(payment.ending())
        .extracting(it -> it.serial() + " " + it.code())
        .isEqualTo("SN9 operator");
    assertThat(office.balance(HouseAccounts.IN_FLIGHT)).isEqualTo(Rupiah.ZERO);
    assertThat(office.balance(HouseAccounts.upstream(Samples.UPSTREAM))).isEqualTo(Samples.COST);
    assertThat(office.strings("SELECT state FROM notice")).containsExactly("SUCCEEDED");
    assertThat(office.log())
        .containsExactly(
            "1 root ADD_OPERATOR operator/ani",
            "2 root ADD_OPERATOR operator/budi",
            "3 ani PROPOSE warung-sri/digiswitch/INV-1",
            "4 budi APPROVE warung-sri/digiswitch/INV-1",
            "5 budi APPLY warung-sri/digiswitch/INV-1");
  }

  @Test
  void what_two_say_was_not_made_is_given_back() throws SQLException {
    office.payInReview(1);

    var applied = approved(office.proposed(about(1, Outcome.FAILED)));

    assertThat(applied.state()).isEqualTo(Decision.State.APPLIED);
    assertThat(office.state(1)).isEqualTo(State.FAILED);
    assertThat(office.balance(DEPOSIT_OF_SRI)).isEqualTo(DEPOSIT);
    assertThat(office.strings("SELECT state FROM notice")).containsExactly("FAILED");
  }

  @Test
  void a_refund_returns_the_money_and_tells_the_partner() throws SQLException {
    office.payWithSuccess(1);
    assertThat(office.balance(DEPOSIT_OF_SRI)).isEqualTo(DEPOSIT.minus(PRICE));

    var applied = approved(office.proposed(about(1, Outcome.REFUNDED)));

    assertThat(applied.state()).isEqualTo(Decision.State.APPLIED);
    assertThat(office.state(1)).isEqualTo(State.REFUNDED);
    assertThat(office.balance(DEPOSIT_OF_SRI)).isEqualTo(DEPOSIT);
    assertThat(office.strings("SELECT state FROM notice")).containsExactly("REFUNDED");
  }

  @Test
  void who_proposes_does_not_approve() {
    office.payInReview(1);
    var decision = office.proposed(about(1, Outcome.FAILED));

    assertThat(refused(office.review.approve(decision.number(), "ani")))
        .isEqualTo("who proposed it does not approve it");
    assertThat(office.state(1)).isEqualTo(State.REVIEW);
    assertThatThrownBy(
            () ->
                office.execute(
                    "UPDATE decision SET state = 'APPROVED', checker = 'ani', checked_at = now()"))
        .hasMessageContaining("decision_needs_two");
  }

  @Test
  void approvals_at_once_apply_once() throws InterruptedException, ExecutionException {
    office.payInReview(1);
    var decision = office.proposed(about(1, Outcome.FAILED));
    assertThat(office.operators.add("citra", "root")).isPresent();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls =
          IntStream.range(0, 12)
              .<Callable<Ruling>>mapToObj(
                  i ->
                      () -> office.review.approve(decision.number(), i % 2 == 0 ? "budi" : "citra"))
              .toList();
      for (var call : threads.invokeAll(calls)) {
        assertThat(call.get()).isNotNull();
      }
    }

    assertThat(office.state(1)).isEqualTo(State.FAILED);
    assertThat(office.strings("SELECT state FROM decision")).containsExactly("APPLIED");
    assertThat(office.strings("SELECT action FROM operator_log WHERE decision = 1 ORDER BY number"))
        .containsExactly("PROPOSE", "APPROVE", "APPLY");
  }

  @Test
  void what_ended_meanwhile_is_not_touched() throws SQLException {
    office.payInReview(1);
    var decision = office.proposed(about(1, Outcome.FAILED));
    office.asked(1, new Evidence.Success("00", "SN1", Samples.COST, null));

    var after = approved(decision);

    assertThat(after.state()).isEqualTo(Decision.State.VOID);
    assertThat(after.reason()).isEqualTo("the payment is SUCCEEDED");
    assertThat(office.state(1)).isEqualTo(State.SUCCEEDED);
    assertThat(new CaseStore(office.database.jdbi()).listAbout(id(1).subject())).isEmpty();
  }

  @Test
  void news_make_a_proposal_void_and_repetitions_do_not() {
    office.payInReview(1);
    var first = office.proposed(about(1, Outcome.FAILED));
    office.asked(1, new Evidence.Ambiguous("another timeout"));
    office.asked(1, new Evidence.InProcess("03"));
    var after = approved(first);
    var second = office.proposed(about(1, Outcome.FAILED));
    office.asked(1, new Evidence.InProcess("03"));

    assertThat(after.reason()).isEqualTo("there is news of the payment since it was proposed");
    assertThat(approved(second).state()).isEqualTo(Decision.State.APPLIED);
  }

  @Test
  void what_was_approved_when_a_server_died_is_applied_by_the_next_start() {
    office.payInReview(1);
    var decision = office.proposed(about(1, Outcome.SUCCEEDED));
    office.decisions.approve(decision.number(), "budi");
    assertThat(office.state(1)).isEqualTo(State.REVIEW);

    office.review.applyApproved();
    office.review.applyApproved();

    assertThat(office.state(1)).isEqualTo(State.SUCCEEDED);
    assertThat(office.strings("SELECT state FROM decision")).containsExactly("APPLIED");
  }

  @Test
  void what_was_approved_when_a_server_died_is_applied_by_the_next_approval() {
    office.payInReview(1);
    var decision = office.proposed(about(1, Outcome.SUCCEEDED));
    office.decisions.approve(decision.number(), "budi");

    assertThat(approved(decision).state()).isEqualTo(Decision.State.APPLIED);
    assertThat(office.state(1)).isEqualTo(State.SUCCEEDED);
  }

  @Test
  void what_ended_between_approval_and_application_is_not_touched() {
    office.payInReview(1);
    var decision = office.proposed(about(1, Outcome.SUCCEEDED));
    office.decisions.approve(decision.number(), "budi");
    office.asked(1, new Evidence.Refused("40", Reason.NO_BILL));

    office.review.applyApproved();

    assertThat(office.state(1)).isEqualTo(State.FAILED);
    assertThat(office.strings("SELECT state || ': ' || reason FROM decision"))
        .containsExactly("VOID: it moved on before this was applied");
    assertThat(office.strings("SELECT kind FROM review_case")).isEmpty();
  }

  private long lateSuccess(int number) {
    office.pay(number, List.of(new Evidence.Refused("40", Reason.NO_BILL)));
    office.hear(
        number,
        new Evidence.Success("00", "SN1", Samples.COST, null),
        Source.CALLBACK,
        Samples.NOON);
    return new CaseStore(office.database.jdbi())
        .listAbout(id(number).subject())
        .getFirst()
        .number();
  }

  @Test
  void a_loss_that_is_claimed_back_leaves_none() throws SQLException {
    var number = lateSuccess(1);
    assertThat(office.balance(HouseAccounts.LOSS)).isEqualTo(Samples.COST.negated());

    var applied = approved(office.proposed(closing(number, true)));

    assertThat(applied.state()).isEqualTo(Decision.State.APPLIED);
    assertThat(office.balance(HouseAccounts.LOSS)).isEqualTo(Rupiah.ZERO);
    assertThat(office.balance(HouseAccounts.upstream(Samples.UPSTREAM))).isEqualTo(Rupiah.ZERO);
    assertThat(office.strings("SELECT how FROM review_case")).containsExactly("CLAIMED");
    assertThat(refused(office.review.propose(closing(number, true), "ani")))
        .isEqualTo("there is no open case " + number);
  }

  @Test
  void a_loss_that_is_accepted_stays() throws SQLException {
    var number = lateSuccess(1);

    var applied = approved(office.proposed(closing(number, false)));

    assertThat(applied.state()).isEqualTo(Decision.State.APPLIED);
    assertThat(office.balance(HouseAccounts.LOSS)).isEqualTo(Samples.COST.negated());
    assertThat(office.strings("SELECT how FROM review_case")).containsExactly("ACCEPTED");
  }

  @Test
  void a_claim_that_was_approved_when_a_server_died_is_booked_once() throws SQLException {
    var decision = office.proposed(closing(lateSuccess(1), true));
    office.decisions.approve(decision.number(), "budi");
    assertThat(office.balance(HouseAccounts.LOSS)).isEqualTo(Samples.COST.negated());

    office.review.applyApproved();
    office.review.applyApproved();

    assertThat(office.balance(HouseAccounts.LOSS)).isEqualTo(Rupiah.ZERO);
  }

  @Test
  void nothing_is_claimed_back_that_was_not_lost() {
    office.payWithSuccess(1);
    office.hear(1, new Evidence.Refused("40", Reason.NO_BILL), Source.CALLBACK, Samples.NOON);

    assertThat(refused(office.review.propose(closing(1, true), "ani")))
        .isEqualTo("no loss is booked for it that could be claimed back");
  }

  @Test
  void a_payment_is_decided_in_its_own_state_only() {
    office.payWithSuccess(1);

    assertThat(refused(office.review.propose(about(1, Outcome.FAILED), "ani")))
        .isEqualTo("warung-sri/digiswitch/INV-1 is SUCCEEDED; only what is REVIEW becomes FAILED");
    assertThat(refused(office.review.propose(about(2, Outcome.FAILED), "ani")))
        .isEqualTo("there is no payment warung-sri/digiswitch/INV-2");
  }

  @Test
  void one_proposal_at_a_time() {
    office.payInReview(1);
    var first = office.proposed(about(1, Outcome.FAILED));

    assertThat(refused(office.review.propose(about(1, Outcome.SUCCEEDED), "budi")))
        .isEqualTo("there is an open proposal about it already");
    stands(office.review.reject(first.number(), "ani", "a mistake"));
    assertThat(approved(office.proposed(about(1, Outcome.SUCCEEDED))).state())
        .isEqualTo(Decision.State.APPLIED);
    assertThat(refused(office.review.approve(first.number(), "budi")))
        .isEqualTo("proposal 1 is REJECTED already");
  }

  @Test
  void a_retired_operator_decides_nothing() {
    office.payInReview(1);
    office.payInReview(2);
    var decision = office.proposed(about(1, Outcome.FAILED));
    office.operators.retire("ani", "root");

    assertThat(approved(decision).reason()).isEqualTo("ani is retired");
    assertThat(refused(office.review.propose(about(2, Outcome.FAILED), "ani")))
        .isEqualTo("there is no such operator any more");
    assertThat(office.state(1)).isEqualTo(State.REVIEW);
  }

  @Test
  void what_people_say_of_what_has_ended_changes_nothing() throws SQLException {
    office.pay(1, List.of(new Evidence.Refused("40", Reason.NO_BILL)));
    var reference = office.payment(1).quote().upstreamReference();

    office.payments.hear(
        Samples.UPSTREAM,
        reference,
        new Evidence.Success("operator", "", Samples.COST, null),
        Source.OPERATOR);

    assertThat(office.payment(1).version()).isEqualTo(2);
    assertThat(office.balance(HouseAccounts.LOSS)).isEqualTo(Rupiah.ZERO);
  }
}
