package id.sakelar.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.http.Budget;
import id.sakelar.http.Caller;
import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Family;
import id.sakelar.server.payment.Biller;
import id.sakelar.server.payment.Biller.Found;
import id.sakelar.server.payment.Biller.Found.Billed;
import id.sakelar.server.payment.Biller.Found.NoBill;
import id.sakelar.server.payment.Biller.Order;
import id.sakelar.server.payment.Biller.Question;
import id.sakelar.server.payment.Evidence;
import id.sakelar.server.payment.Evidence.Ambiguous;
import id.sakelar.server.payment.Evidence.NotFound;
import id.sakelar.server.payment.Evidence.NotSent;
import id.sakelar.server.payment.Evidence.Refused;
import id.sakelar.server.payment.Evidence.Success;
import id.sakelar.server.payment.Quote;
import id.sakelar.server.payment.Reason;
import id.sakelar.simulator.Temper;
import id.sakelar.simulator.Temper.Closed;
import id.sakelar.simulator.Temper.Shares;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What each connector makes of every temper that a simulated biller of its dialect can have: the
/// evidence is what the biller's book says, or it is doubt.
@ParameterizedClass
@EnumSource
class ProfilesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Rupiah MARGIN = Rupiah.of(5_000);

  private final ProfiledBiller kind;
  @TempDir private Path directory;
  private ProfiledBiller.Open simulated;
  private Caller caller;
  private Biller biller;

  ProfilesTest(ProfiledBiller kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() throws IOException {
    simulated = kind.open(directory);
    caller = caller(PATIENCE);
    biller = simulated.connector(caller);
  }

  @AfterEach
  void close() throws IOException {
    caller.close();
    simulated.close();
  }

  private Caller caller(Duration patience) {
    var address = URI.create("http://127.0.0.1:" + simulated.biller().port());
    return new Caller(address, Budget.of(patience.dividedBy(2), patience));
  }

  private Question question() {
    return new Question(
        kind.product(), kind.family(), kind.customer(), "S-1", null, null, null, false);
  }

  /// An order of the bill that the biller finds.
  private Order order() {
    var found = biller.inquire(question());
    assertThat(found).isInstanceOf(Billed.class);
    var billed = (Billed) found;
    var price = billed.cost().plus(MARGIN);
    var quote =
        new Quote(
            "ours",
            kind.customer(),
            billed.bill(),
            "simulated",
            kind.product(),
            "S-1",
            Rupiah.ZERO,
            price,
            price,
            null,
            Rupiah.ZERO,
            billed.cost(),
            billed.number());
    return new Order(quote, InstantSource.system().instant(), billed.number(), false);
  }

  private void is(Temper temper) {
    simulated.biller().change(temper);
  }

  private void is(int refusals, int hangUps, int garbageBefore, int garbageAfter, int late) {
    is(Temper.EVEN.withShares(new Shares(refusals, hangUps, garbageBefore, garbageAfter, late)));
  }

  private Found inquire() {
    return biller.inquire(question());
  }

  private void assertOrder(Class<? extends Evidence> heard, Class<? extends Evidence> stands) {
    var order = order();

    assertThat(biller.pay(order)).isInstanceOf(heard);
    assertThat(biller.status(order)).isInstanceOf(stands);
  }

  @Test
  void the_truth_is_believed() {
    assertOrder(Success.class, Success.class);
  }

  @Test
  void a_refusal_is_final() {
    is(100, 0, 0, 0, 0);
    var order = order();

    assertThat(biller.pay(order)).isInstanceOf(Refused.class);
    // an invoice of MMBC's is gone when its payment is refused
    assertThat(biller.status(order)).isInstanceOfAny(Refused.class, NotFound.class);
  }

  @Test
  void who_hangs_up_leaves_doubt_and_has_been_paid() {
    is(0, 100, 0, 0, 0);

    assertOrder(Ambiguous.class, Success.class);
  }

  @Test
  void garbage_leaves_doubt_whatever_was_done() {
    is(0, 0, 0, 100, 0);

    assertOrder(Ambiguous.class, Success.class);
  }

  @Test
  void garbage_of_one_who_did_nothing_leaves_doubt_and_is_not_found() {
    is(0, 0, 100, 0, 0);

    assertOrder(Ambiguous.class, NotFound.class);
  }

  @Test
  void an_answer_that_comes_too_late_leaves_doubt_and_has_been_paid() {
    var order = order();
    is(Temper.EVEN.withShares(new Shares(0, 0, 0, 0, 100)).withLateness(Duration.ofMinutes(2)));

    try (var hasty = caller(Duration.ofSeconds(4))) {
      assertThat(simulated.connector(hasty).pay(order)).isEqualTo(new Ambiguous("no answer"));
    }

    assertThat(biller.status(order)).isInstanceOf(Success.class);
  }

  @Test
  void a_closed_product_has_no_bills() {
    is(Temper.EVEN.withClosed(Closed.PRODUCT));

    assertThat(inquire()).isEqualTo(new NoBill(Reason.PRODUCT_CLOSED));
  }

  @Test
  void who_takes_no_connections_was_sent_nothing() {
    var order = order();
    is(Temper.EVEN.withClosed(Closed.CONNECTIONS));

    assertThat(biller.pay(order)).isEqualTo(new NotSent("not sent"));
    assertThat(biller.status(order)).isEqualTo(new Ambiguous("not sent"));
    assertThat(inquire()).isEqualTo(NoBill.unheard("not sent"));
  }

  @Test
  void our_deposit_is_told_where_the_dialect_can_ask_for_it() {
    assertThat(biller.balance().isPresent()).isEqualTo(kind.family() != Family.VEHICLE_TAX);
  }
}
