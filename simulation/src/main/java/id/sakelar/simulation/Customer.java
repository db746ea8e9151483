package id.sakelar.simulation;

import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Asked;
import id.sakelar.server.payment.PaymentId;
import id.sakelar.server.payment.Payments;
import id.sakelar.server.payment.Payments.Inquiring;
import id.sakelar.server.payment.Payments.Paying;
import id.sakelar.server.payment.Payments.Until;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A partner's program with one wish: it inquires, pays, loses patience, asks again at another
/// process, asks how it stands, and gives up. For whoever has the turn.
final class Customer {
  private static final long SECOND = 1_000_000;

  private final World world;
  private final Wish wish;
  private final PaymentId id;
  private final SplittableRandom chance;
  private final Duration patience;

  Customer(World world, Wish wish) {
    this.world = world;
    this.wish = wish;
    this.id = new PaymentId(World.partner(wish.partner()), World.DIALECT, wish.reference());
    this.chance = world.weather().chance("customer " + wish.number());
    this.patience = Duration.ofSeconds(chance.nextInt(3, 71));
  }

  void run() {
    if (wish.manner() != Wish.Manner.PAY && wish.manner() != Wish.Manner.PAY_OPENED) {
      inquire();
    }
    boolean ended = false;
    for (int i = 0; i < wish.tries() && !ended; i++) {
      ended = pay();
      world.turns().sleep(Chances.skewed(chance, SECOND / 1_000, 30 * SECOND));
    }
    for (int i = chance.nextInt(3); i > 0; i--) {
      world.turns().sleep(Chances.skewed(chance, SECOND, 300 * SECOND));
      ask(payments -> payments.status(id), asked(null));
    }
  }

  private Asked asked(@Nullable Rupiah amount) {
    return new Asked(
        world.client(wish.partner()),
        id,
        Shop.product(wish.biller()),
        wish.customer(),
        amount,
        null,
        false);
  }

  private void inquire() {
    exchange(
        payments -> {
          var inquiring = payments.inquire(asked(null));
          if (inquiring instanceof Inquiring.Quoted(var inquiry)) {
            world.checks().quoted(inquiry);
          }
          return true;
        });
  }

  /// @return whether the partner has heard an end
  private boolean pay() {
    boolean changed = world.weather().strikes(Fault.AMOUNT_CHANGED, chance);
    var owed = SimBiller.owed(wish.customer());
    var amount = changed ? owed.plus(Rupiah.of(1_000)) : chance.nextBoolean() ? owed : null;
    var asked = asked(amount);
    var paying =
        switch (wish.manner()) {
          case INQUIRE_AND_PAY, PAY -> ask(payments -> payments.pay(asked), asked);
          case PAY_INQUIRED ->
              ask(
                  payments -> payments.payInquired(asked.partner(), id, Duration.ZERO),
                  asked(null));
          case PAY_OPENED ->
              ask(payments -> payments.pay(asked, Until.OPENED, Duration.ZERO), asked);
        };
    return paying instanceof Paying.Known(var payment) && payment.state().isFinal();
  }

  private @Nullable Paying ask(Function<Payments, Paying> question, Asked asked) {
    return exchange(
        payments -> {
          long received = world.turns().now();
          var paying = question.apply(payments);
          world.checks().told(asked, received, paying);
          return paying;
        });
  }

  /// Asks one process something; null when no answer came.
  private <T> @Nullable T exchange(Function<Payments, T> question) {
    var weather = world.weather();
    boolean lost = weather.strikes(Fault.QUESTION_LOST, chance);
    boolean twice = weather.strikes(Fault.QUESTION_TWICE, chance);
    boolean unheard = weather.strikes(Fault.ANSWER_LOST, chance);
    world.turns().sleep(Chances.skewed(chance, 500, SECOND));
    if (lost) {
      world.turns().sleep(patience.toMillis() * 1_000);
      return null;
    }
    if (twice) {
      var other = world.host(chance);
      var _ = other.serve(() -> question.apply(other.payments()));
    }
    var host = world.host(chance);
    try {
      var answer = world.turns().await(host.serve(() -> question.apply(host.payments())), patience);
      return unheard ? null : answer;
    } catch (TimeoutException _) {
      return null;
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException("a simulated line breaks in no such way", e);
    }
  }
}
