package id.sakelar.simulation;

import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// The line between a process and a biller: what is said gets lost, late and garbled on the way.
/// What has left goes on by itself, whatever becomes of the process. For whoever has the turn.
final class SimLine {
  private static final long SECOND = 1_000_000;

  private final World world;
  private final Host host;
  private final Desk desk;

  SimLine(World world, Host host, Desk desk) {
    this.world = world;
    this.host = host;
    this.desk = desk;
  }

  /// What came back over the line.
  sealed interface Heard {
    record Said(Reply reply) implements Heard {}

    /// Something else than what the biller had to say, or nothing.
    record Noise(Kind kind) implements Heard {}

    /// No byte has left.
    record Unsent() implements Heard {}
  }

  /// What is heard instead of an answer.
  enum Kind {
    SILENCE,
    HTTP_500,
    GARBLED
  }

  /// Asks for the bill of a customer: [Reply#YES] if there is one.
  Heard inquire(String customer) {
    var chance = world.weather().chance(desk.name() + " inquired " + customer);
    host.mayDie(Effect.INQUIRE, "before", chance);
    boolean lost = world.weather().strikes(Fault.ORDER_LOST, chance);
    boolean none = world.weather().strikes(Fault.REFUSAL, chance) && chance.nextInt(5) == 0;
    var heard = exchange(chance, lost, 0, () -> none ? Reply.NO : Reply.YES);
    host.mayDie(Effect.INQUIRE, "after", chance);
    return heard;
  }

  /// Orders a payment.
  Heard pay(String reference, String customer) {
    var chance = world.weather().chance(desk.name() + " paid " + customer);
    host.mayDie(Effect.PAY, "before", chance);
    if (world.weather().strikes(Fault.NOT_SENT, chance)) {
      world.turns().sleep(chance.nextLong(1_000, 3 * SECOND));
      return new Heard.Unsent();
    }
    world.checks().sent(desk, reference, customer);
    boolean lost = world.weather().strikes(Fault.ORDER_LOST, chance);
    boolean late = world.weather().strikes(Fault.ORDER_LATE, chance);
    long delay = late ? Chances.skewed(chance, SECOND, 300 * SECOND) : 0;
    boolean twice = world.weather().strikes(Fault.ORDER_TWICE, chance);
    if (twice && !lost && desk.habits().idempotent()) {
      world.turns().start(null, "order again", delay, () -> deliver(reference, customer));
    }
    var heard = exchange(chance, lost, delay, () -> desk.take(reference, customer));
    host.mayDie(Effect.PAY, "after", chance);
    return heard;
  }

  private void deliver(String reference, String customer) {
    if (!desk.isSilent()) {
      desk.take(reference, customer);
    }
  }

  /// Asks how an order stands.
  Heard status(String reference, String customer) {
    var chance = world.weather().chance(desk.name() + " asked of " + customer);
    host.mayDie(Effect.STATUS, "before", chance);
    boolean lost =
        world.weather().strikes(Fault.ORDER_LOST, chance)
            || world.weather().strikes(Fault.NOT_SENT, chance);
    var heard = exchange(chance, lost, 0, () -> desk.status(reference));
    host.mayDie(Effect.STATUS, "after", chance);
    return heard;
  }

  /// Sends something there and waits for what comes back, for as long as the read budget lasts.
  private Heard exchange(
      SplittableRandom chance, boolean lost, long delay, Supplier<Reply> arriving) {
    var answer = new CompletableFuture<Heard>();
    var weather = world.weather();
    long there = delay + Chances.skewed(chance, 1_000, SECOND);
    long back = Chances.skewed(chance, 1_000, SECOND);
    boolean unheard = weather.strikes(Fault.REPLY_LOST, chance);
    boolean late = weather.strikes(Fault.REPLY_LATE, chance);
    long more = late ? Chances.skewed(chance, SECOND, 600 * SECOND) : 0;
    boolean broken = weather.strikes(Fault.REPLY_500, chance);
    boolean garbled = weather.strikes(Fault.REPLY_GARBLED, chance);
    if (!lost) {
      world
          .turns()
          .start(
              null,
              "arrival",
              there,
              () ->
                  arrive(
                      answer, arriving, broken, garbled, unheard ? Long.MAX_VALUE : back + more));
    }
    return await(answer);
  }

  private void arrive(
      CompletableFuture<Heard> answer,
      Supplier<Reply> arriving,
      boolean broken,
      boolean garbled,
      long back) {
    if (!desk.isSilent()) {
      var said = said(arriving.get(), broken, garbled);
      if (back < Long.MAX_VALUE) {
        world.turns().sleep(back);
        answer.complete(said);
      }
    }
  }

  private static Heard said(Reply reply, boolean broken, boolean garbled) {
    if (broken) {
      return new Heard.Noise(Kind.HTTP_500);
    }
    return garbled ? new Heard.Noise(Kind.GARBLED) : new Heard.Said(reply);
  }

  private Heard await(CompletableFuture<Heard> answer) {
    try {
      return host.await(answer, desk.habits().readBudget());
    } catch (TimeoutException _) {
      return new Heard.Noise(Kind.SILENCE);
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException("a simulated line breaks in no such way", e);
    }
  }
}
