package id.sakelar.simulation;

import java.util.List;
import java.util.function.Supplier;

/// Recovery of one process on the virtual clock: looks every two seconds, and does each piece of
/// work on a thread of its own, never more than sixteen at once. Where nothing is due it does not
/// look, since it would see nothing.
final class Caretaker {
  private static final int AT_ONCE = 16;

  private final World world;
  private final Host host;
  private final Workings workings;
  private int asking;
  private int telling;

  Caretaker(World world, Host host, Workings workings) {
    this.world = world;
    this.host = host;
    this.workings = workings;
  }

  void run() {
    while (true) {
      var duties = workings.duties();
      var ask = world.mutant().recovery(world, host, duties::ask);
      for (var payment : taken(() -> duties.takeDue(AT_ONCE - asking))) {
        asking++;
        begin(() -> ask.accept(payment), () -> asking--);
      }
      for (var notice : taken(() -> duties.takeNotices(AT_ONCE - telling))) {
        telling++;
        begin(() -> duties.tell(notice), () -> telling--);
      }
      rest();
    }
  }

  private static <T> List<T> taken(Supplier<List<T>> taking) {
    try {
      return taking.get();
    } catch (IllegalStateException _) {
      return List.of();
    }
  }

  private void begin(Runnable work, Runnable afterwards) {
    host.start(
        "recovery",
        () -> {
          try {
            work.run();
          } catch (IllegalStateException e) {
            world.trace().note("BROKE OFF", host.toString(), String.valueOf(e.getMessage()));
          } finally {
            afterwards.run();
          }
        });
  }

  private void rest() {
    long now = world.turns().now();
    long next = Math.max(world.tables().nextWake(), now);
    var alarm = world.turns().alarm();
    workings.alarm(alarm);
    if (next < Long.MAX_VALUE) {
      alarm.ring(Host.nextLook(next == now ? now : next - 1));
    }
    world.turns().awaitAlarm();
  }
}
