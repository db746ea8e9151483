package id.sakelar.server.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Evidence;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// What every front owes its partners, whatever its dialect: nothing to strangers, one payment
/// under one reference, and never a no where there may be a yes.
@TestInstance(Lifecycle.PER_CLASS)
public abstract class FrontContract {
  private final HttpClient client = HttpClient.newHttpClient();
  private Premises premises;

  /// What is asked.
  public enum Ask {
    INQUIRY,
    PAYMENT,
    STATUS
  }

  /// What an answer means.
  public enum Meaning {
    DONE,
    PENDING,
    FAILED,
    WRONG_KEY,
    UNKNOWN_PARTNER,
    NO_FUNDS,
    REFERENCE_USED,
    NOT_FOUND,
    /// Inquired, and not paid.
    UNPAID
  }

  /// Premises with the dialect's front.
  protected abstract Premises open();

  /// Asks about a product that the puppet serves.
  ///
  /// `reference` means one payment of a partner. Where partners cannot choose what a payment is
  /// called, whoever implements this remembers what was answered under the reference: a payment is
  /// inquired first unless that was done for its reference and customer; where the inquiry is
  /// refused and leaves nothing to pay, its refusal is the answer. Who has nothing of his own under
  /// the reference asks after what others have. Called by many threads at once.
  ///
  /// @param customer what [#customer] makes
  protected abstract HttpResponse<String> send(Key key, Ask ask, String reference, String customer)
      throws Exception;

  protected abstract Meaning meaning(HttpResponse<String> answer);

  /// Whether the dialect can say this. Without [Meaning#UNKNOWN_PARTNER] a stranger has a wrong
  /// key; without [Meaning#UNPAID] a bill that was only inquired is not found; without
  /// [Meaning#REFERENCE_USED] nobody can name two things by one reference.
  protected abstract boolean tells(Meaning meaning);

  /// A customer of the product, as the core and the puppet call it; another for each number.
  ///
  /// @param number 12 digits
  protected String customer(String number) {
    return number;
  }

  /// What each payment takes from a deposit. All but [Key#POOR] have to be able to pay seven times.
  protected Rupiah price() {
    return Rupiah.of(10_000);
  }

  /// What an answer tells of a payment: all that does not depend on which question it answers.
  protected String told(HttpResponse<String> answer) {
    return answer.body();
  }

  @BeforeAll
  void moveIn() {
    premises = open();
  }

  @AfterAll
  void the_books_are_whole() throws Exception {
    assertThat(premises.audit()).isEmpty();
    premises.close();
    client.close();
  }

  @Test
  void a_stranger_learns_nothing_and_moves_nothing() throws Exception {
    var forged = Key.ONE.withKey("not-the-key");
    var customer = customer("530000000001");
    for (Ask ask : Ask.values()) {
      var answer = send(forged, ask, "stranger-1", customer);

      assertThat(meaning(answer)).isEqualTo(Meaning.WRONG_KEY);
      assertThat(answer.body()).doesNotContain("100000", "Pelanggan");
    }

    assertThat(ask(Key.ONE, Ask.STATUS, "stranger-1", customer)).isEqualTo(Meaning.NOT_FOUND);
  }

  @Test
  void an_unknown_partner_is_refused() throws Exception {
    var nobody = new Key("nobody", "nobody", "nobodys-key");

    assertThat(ask(nobody, Ask.PAYMENT, "nobody-1", customer("530000000001")))
        .isEqualTo(tells(Meaning.UNKNOWN_PARTNER) ? Meaning.UNKNOWN_PARTNER : Meaning.WRONG_KEY);
  }

  @Test
  void a_payment_asked_for_twice_is_made_once_and_told_twice() throws Exception {
    var customer = customer("530000000011");
    var before = premises.deposit(Key.ONE);

    var first = send(Key.ONE, Ask.PAYMENT, "twice-1", customer);
    var second = send(Key.ONE, Ask.PAYMENT, "twice-1", customer);
    var third = send(Key.ONE, Ask.STATUS, "twice-1", customer);

    assertThat(meaning(first)).isEqualTo(Meaning.DONE);
    assertThat(List.of(told(second), told(third))).containsOnly(told(first));
    assertThat(premises.biller().orders(customer)).hasSize(1);
    assertThat(spentSince(before, Key.ONE)).isEqualTo(price());
  }

  @Test
  void a_payment_is_made_on_the_terms_of_its_inquiry() throws Exception {
    var customer = customer("530000000012");

    assertThat(ask(Key.ONE, Ask.INQUIRY, "terms-1", customer)).isEqualTo(Meaning.DONE);
    assertThat(ask(Key.ONE, Ask.PAYMENT, "terms-1", customer)).isEqualTo(Meaning.DONE);

    var inquired = premises.biller().questions(customer);
    var paid = premises.biller().orders(customer);
    assertThat(inquired).hasSize(1);
    assertThat(paid).hasSize(1);
    assertThat(paid.getFirst().quote().upstreamReference())
        .isEqualTo(inquired.getFirst().reference());
  }

  @Test
  void a_reference_that_means_something_else_is_refused_and_stays_what_it_is() throws Exception {
    assumeThat(tells(Meaning.REFERENCE_USED)).isTrue();
    var customer = customer("530000000013");
    var other = customer("530000000014");
    var first = send(Key.ONE, Ask.PAYMENT, "else-1", customer);
    var before = premises.deposit(Key.ONE);

    assertThat(ask(Key.ONE, Ask.PAYMENT, "else-1", other)).isEqualTo(Meaning.REFERENCE_USED);
    assertThat(ask(Key.ONE, Ask.INQUIRY, "else-1", other)).isEqualTo(Meaning.REFERENCE_USED);

    assertThat(premises.biller().orders(other)).isEmpty();
    assertThat(premises.deposit(Key.ONE)).isEqualTo(before);
    assertThat(told(send(Key.ONE, Ask.STATUS, "else-1", customer))).isEqualTo(told(first));
  }

  @Test
  void pending_stays_pending_and_holds_the_money() throws Exception {
    var customer = customer("630000000001");
    premises.biller().ends(customer, () -> new Evidence.InProcess("03"));
    var before = premises.deposit(Key.TWO);

    for (Ask ask : List.of(Ask.PAYMENT, Ask.PAYMENT, Ask.STATUS)) {
      assertThat(ask(Key.TWO, ask, "pending-1", customer)).isEqualTo(Meaning.PENDING);
    }

    assertThat(premises.biller().orders(customer)).hasSize(1);
    assertThat(spentSince(before, Key.TWO)).isEqualTo(price());
  }

  @Test
  void doubt_is_pending() throws Exception {
    var customer = customer("630000000002");
    premises.biller().ends(customer, () -> new Evidence.Ambiguous("no answer"));

    assertThat(ask(Key.ONE, Ask.PAYMENT, "doubt-1", customer)).isEqualTo(Meaning.PENDING);
    assertThat(ask(Key.ONE, Ask.STATUS, "doubt-1", customer)).isEqualTo(Meaning.PENDING);
  }

  @Test
  void silence_is_pending_until_the_biller_speaks() throws Exception {
    var customer = customer("630000000003");
    var spoken = new CountDownLatch(1);
    premises.biller().ends(customer, () -> after(spoken));

    assertThat(ask(Key.ONE, Ask.PAYMENT, "silence-1", customer)).isEqualTo(Meaning.PENDING);
    assertThat(ask(Key.ONE, Ask.STATUS, "silence-1", customer)).isEqualTo(Meaning.PENDING);
    spoken.countDown();

    var end = System.nanoTime() + Premises.PATIENCE.multipliedBy(10).toNanos();
    while (ask(Key.ONE, Ask.STATUS, "silence-1", customer) != Meaning.DONE) {
      assertThat(System.nanoTime()).isLessThan(end);
    }
    assertThat(premises.biller().orders(customer)).hasSize(1);
  }

  @Test
  void a_no_gives_the_money_back_and_stays_no() throws Exception {
    var customer = customer("530000000006");
    var reason = id.sakelar.server.payment.Reason.BILLER_REFUSED;
    premises.biller().ends(customer, () -> new Evidence.Refused("02", reason));
    var before = premises.deposit(Key.TWO);

    for (Ask ask : List.of(Ask.PAYMENT, Ask.PAYMENT, Ask.STATUS)) {
      assertThat(ask(Key.TWO, ask, "no-1", customer)).isEqualTo(Meaning.FAILED);
    }

    assertThat(premises.biller().orders(customer)).hasSize(1);
    assertThat(premises.deposit(Key.TWO)).isEqualTo(before);
  }

  @Test
  void the_references_of_others_are_unknown() throws Exception {
    var customer = customer("530000000015");
    assertThat(ask(Key.ONE, Ask.PAYMENT, "mine-1", customer)).isEqualTo(Meaning.DONE);

    assertThat(ask(Key.TWO, Ask.STATUS, "mine-1", customer)).isEqualTo(Meaning.NOT_FOUND);
    assertThat(ask(Key.TWO, Ask.PAYMENT, "mine-1", customer)).isEqualTo(Meaning.DONE);

    assertThat(premises.biller().orders(customer)).hasSize(2);
  }

  @Test
  void a_deposit_is_never_overdrawn() throws Exception {
    var customer = customer("530000000016");

    assertThat(ask(Key.POOR, Ask.PAYMENT, "poor-1", customer)).isEqualTo(Meaning.NO_FUNDS);

    assertThat(premises.biller().orders(customer)).isEmpty();
    assertThat(premises.deposit(Key.POOR)).isEqualTo(Rupiah.of(1_000));
    assertThat(ask(Key.POOR, Ask.STATUS, "poor-1", customer))
        .isEqualTo(tells(Meaning.UNPAID) ? Meaning.UNPAID : Meaning.NOT_FOUND);
  }

  @Test
  void fifty_at_once_pay_once_and_nobody_is_told_no() throws Exception {
    var customer = customer("530000000017");
    var before = premises.deposit(Key.ONE);

    var meanings = atOnce(50, () -> ask(Key.ONE, Ask.PAYMENT, "fifty-1", customer));

    assertThat(meanings).isSubsetOf(Meaning.DONE, Meaning.PENDING);
    assertThat(ask(Key.ONE, Ask.PAYMENT, "fifty-1", customer)).isEqualTo(Meaning.DONE);
    assertThat(premises.biller().orders(customer)).hasSize(1);
    assertThat(spentSince(before, Key.ONE)).isEqualTo(price());
  }

  /// The premises of this class, for the laws of the dialect itself.
  protected final Premises premises() {
    return premises;
  }

  protected final HttpResponse<String> send(HttpRequest request) throws Exception {
    return client.send(request, BodyHandlers.ofString());
  }

  protected final Meaning ask(Key key, Ask ask, String reference, String customer)
      throws Exception {
    return meaning(send(key, ask, reference, customer));
  }

  private Rupiah spentSince(Rupiah before, Key key) {
    return before.minus(premises.deposit(key));
  }

  private static <T> List<T> atOnce(int many, Callable<T> work) throws Exception {
    var results = new ArrayList<T>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var start = new CountDownLatch(1);
      var begun =
          IntStream.range(0, many)
              .mapToObj(
                  _ ->
                      threads.submit(
                          () -> {
                            start.await();
                            return work.call();
                          }))
              .toList();
      start.countDown();
      for (Future<T> result : begun) {
        results.add(result.get());
      }
    }
    return results;
  }

  private static Evidence after(CountDownLatch spoken) {
    try {
      spoken.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return new Evidence.Success("00", "SN-late", Rupiah.of(9_900), null);
  }
}
