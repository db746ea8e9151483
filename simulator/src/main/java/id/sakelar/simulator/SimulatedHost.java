package id.sakelar.simulator;

import java.io.IOException;

/// Somebody who is not there: a door of its own on the loopback address, a book, and a temper. Safe
/// for many threads.
public interface SimulatedHost extends AutoCloseable {
  /// Letters, digits and dashes: its name on the control surface.
  String name();

  /// The port of its door, the same for as long as it lives.
  int port();

  Temper temper();

  /// Behaves differently from now on. One that refuses connections lets the calls in hand end,
  /// whose pauses are cut short, and gives up its port until it is opened again.
  ///
  /// @throws IllegalStateException if somebody else has taken the port meanwhile
  void change(Temper temper);

  /// What its book shows.
  Records records();

  /// Closes the door, and the book behind it.
  @Override
  void close() throws IOException;
}
