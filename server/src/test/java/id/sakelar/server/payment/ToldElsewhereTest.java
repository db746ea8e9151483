package id.sakelar.server.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.sakelar.money.Rupiah;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.payment.Counter.Kind;
import id.sakelar.server.payment.Payments.Paying;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Two server processes: what one of them sends, the other tells as pending. However soon the first
/// one answers, the partner hears how it ended.
class ToldElsewhereTest {
  private static final Partner SRI = Samples.partner("warung-sri");
  private static final PaymentId ID = Samples.id("warung-sri", "INV-1");

  private final CountDownLatch answer = new CountDownLatch(1);
  private final PaperBiller biller =
      new PaperBiller().answers(() -> PaperBiller.after(answer, PaperBiller.YES));

  @ParameterizedTest
  @EnumSource
  void who_is_told_pending_by_a_status_is_told_the_end(Kind kind) throws Exception {
    assertThat(notices(kind, other -> other.status(ID))).containsExactly(State.SUCCEEDED);
  }

  @ParameterizedTest
  @EnumSource
  void who_is_told_pending_when_it_pays_again_is_told_the_end(Kind kind) throws Exception {
    assertThat(notices(kind, other -> other.pay(asked()))).containsExactly(State.SUCCEEDED);
  }

  @ParameterizedTest
  @EnumSource
  void who_is_told_pending_when_it_pays_an_inquiry_again_is_told_the_end(Kind kind)
      throws Exception {
    assertThat(notices(kind, other -> other.payInquired(SRI, ID, Duration.ZERO)))
        .containsExactly(State.SUCCEEDED);
  }

  @ParameterizedTest
  @EnumSource
  void who_asks_nowhere_else_has_its_answer_and_no_notice(Kind kind) throws Exception {
    answer.countDown();
    try (var counter = open(kind)) {
      assertThat(counter.payments(biller).pay(asked())).isInstanceOf(Paying.Known.class);

      assertThat(counter.store().takeNotices(9, Duration.ofMinutes(1))).isEmpty();
    }
  }

  private static Counter open(Kind kind) throws SQLException {
    var counter = new Counter(kind);
    counter.deposit("warung-sri", Rupiah.of(1_000_000));
    return counter;
  }

  private static Asked asked() {
    return new Asked(SRI, ID, "halo", "0811000111", null, null, false);
  }

  /// What the partner will be told after `question` at the other server is answered "pending".
  private List<State> notices(Kind kind, Function<Payments, Paying> question) throws Exception {
    try (var counter = open(kind);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var sender = counter.payments(biller);
      var paying = threads.submit(() -> sender.pay(asked()));
      await().until(() -> biller.orders().size() == 1);
      var told = question.apply(counter.payments(biller));
      assertThat(((Paying.Known) told).payment().state()).isEqualTo(State.SENDING);
      answer.countDown();
      var paid = (Paying.Known) paying.get();
      assertThat(paid.payment().state()).isEqualTo(State.SUCCEEDED);
      return counter.store().takeNotices(9, Duration.ofMinutes(1)).stream()
          .map(Store.Notice::state)
          .toList();
    }
  }
}
