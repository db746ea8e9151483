package id.sakelar.simulator;

import id.sakelar.http.Door;
import java.io.Closeable;
import java.io.IOException;
import java.util.function.Consumer;

/// A biller that is not there. Safe for many threads.
public final class SimulatedBiller implements SimulatedHost {
  private final String name;
  private final Book book;
  private final Closeable notes;
  private final Entrance entrance;

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
    this.entrance = new Entrance(name, port, clerk, dialect);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int port() {
    return entrance.port();
  }

  public Book book() {
    return book;
  }

  @Override
  public Records records() {
    return book;
  }

  @Override
  public Temper temper() {
    return entrance.temper();
  }

  @Override
  public void change(Temper temper) {
    entrance.change(temper);
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    try (notes) {
      book.close();
    }
  }
}
