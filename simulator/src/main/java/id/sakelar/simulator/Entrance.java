package id.sakelar.simulator;

import id.sakelar.http.Door;
import id.sakelar.http.Limits;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// The door of a simulated host, which opens and closes with the temper of the clerk behind it.
/// Safe for many threads.
public final class Entrance implements AutoCloseable {
  private static final String HOST = "127.0.0.1";

  private final String name;
  private final Clerk clerk;
  private final Consumer<Door.Builder> dialect;
  private final AtomicLong calls = new AtomicLong();
  private final int port;
  private Door door;
  private boolean open = true;

  /// Opens the door.
  ///
  /// @param name what calls are named after
  /// @param port 0 for any free one
  /// @param dialect serves the dialect's paths on a door
  /// @throws IllegalStateException if the port is taken
  public Entrance(String name, int port, Clerk clerk, Consumer<Door.Builder> dialect) {
    this.name = name;
    this.clerk = clerk;
    this.dialect = dialect;
    this.door = doorOn(port);
    this.port = door.port();
  }

  public int port() {
    return port;
  }

  public Temper temper() {
    return clerk.temper();
  }

  /// As [SimulatedHost#change].
  public synchronized void change(Temper temper) {
    boolean closes =
        switch (temper.closed()) {
          case NO, PRODUCT -> false;
          case CONNECTIONS -> true;
        };
    if (closes && open) {
      shut();
    } else if (!closes && !open) {
      clerk.open();
      door = doorOn(port);
      open = true;
    }
    clerk.change(temper);
  }

  @Override
  public synchronized void close() {
    if (open) {
      shut();
    }
  }

  private void shut() {
    clerk.close();
    door.close();
    open = false;
  }

  private Door doorOn(int doorPort) {
    var builder =
        Door.on(HOST, doorPort, Limits.STANDARD, () -> name + "-" + calls.incrementAndGet());
    dialect.accept(builder);
    return builder.open();
  }
}
