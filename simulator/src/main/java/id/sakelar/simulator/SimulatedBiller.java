package id.sakelar.simulator;

import id.sakelar.http.Door;
import id.sakelar.http.Limits;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// A biller that is not there: a door of its own on the loopback address, a book, and a clerk with
/// a temper. Safe for many threads.
public final class SimulatedBiller implements AutoCloseable {
  private static final String HOST = "127.0.0.1";

  private final String name;
  private final Book book;
  private final Closeable notes;
  private final Clerk clerk;
  private final Consumer<Door.Builder> dialect;
  private final AtomicLong calls = new AtomicLong();
  private final int port;
  private Door door;
  private boolean open = true;

  /// Opens the biller's door.
  ///
  /// @param name letters, digits and dashes: its name on the control surface
  /// @param port 0 for any free one
  /// @param dialect serves the dialect's paths on a door
  /// @throws IllegalStateException if the port is taken
  public SimulatedBiller(
      String name, int port, Book book, Clerk clerk, Consumer<Door.Builder> dialect) {
    this(name, port, book, () -> {}, clerk, dialect);
  }

  /// Opens the door of a biller that keeps more than its book.
  ///
  /// @param notes what else it keeps; closed after the book
  /// @throws IllegalStateException if the port is taken
  public SimulatedBiller(
      String name,
      int port,
      Book book,
      Closeable notes,
      Clerk clerk,
      Consumer<Door.Builder> dialect) {
    this.name = name;
    this.book = book;
    this.notes = notes;
    this.clerk = clerk;
    this.dialect = dialect;
    this.door = doorOn(port);
    this.port = door.port();
  }

  public String name() {
    return name;
  }

  /// The port of its door, the same for as long as it lives.
  public int port() {
    return port;
  }

  public Book book() {
    return book;
  }

  public Temper temper() {
    return clerk.temper();
  }

  /// Behaves differently from now on. One that refuses connections lets the calls in hand end,
  /// whose pauses are cut short, and gives up its port until it is opened again.
  ///
  /// @throws IllegalStateException if somebody else has taken the port meanwhile
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

  /// Closes the door, and the book behind it.
  @Override
  public synchronized void close() throws IOException {
    if (open) {
      shut();
    }
    try (notes) {
      book.close();
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
