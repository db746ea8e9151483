package id.sakelar.simulator.iak;

import id.sakelar.simulator.Book;
import id.sakelar.simulator.Clerk;
import id.sakelar.simulator.SimulatedBiller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/// An IAK server that is not there, in JSON and XML: inquiry, payment and status of bills, the
/// balance and the list of bills. Its clients see their own inquiries only, but share one deposit,
/// one book, and one set of references.
///
/// It behaves as published where that is known. A payment names the number of an inquiry of the
/// same day in Jakarta: another day is code 04, and a number that is unknown or another's is 06,
/// both of which leave nothing behind. A payment that was asked for is answered for good: whoever
/// pays again is told what became of it. One that is pending succeeds after a while, whatever
/// pending code it was answered with; one that is refused, with any code that the list calls
/// failed, time-out and biller's error included, has failed at once and has cost nothing.
/// `checkstatus` knows the four published standings only, and tells every failed payment as 37. An
/// inquiry that was refused leaves its reference free. Bills stay open when they are paid, and the
/// deposit may go below zero. Lists of addresses and hours of closing are not kept, and no receipts
/// are printed.
///
/// The inquiry that the given document pays, number 9732789, is open from the start: it is the
/// first client's, and can be paid on any day. Numbers are never given out twice.
public final class SimulatedIak {
  private SimulatedIak() {}

  /// What a biller is told before it opens. Immutable.
  ///
  /// @param name its name on the control surface, and of its book and its list of inquiries
  /// @param clients whom it knows, at least one
  /// @param directory of its book; made if it is not there
  /// @param port on the loopback address; 0 for any free one
  /// @param pendingFor how long a pending payment stays undecided
  public record Settings(
      String name, List<Client> clients, Path directory, int port, Duration pendingFor) {
    public Settings {
      clients = List.copyOf(clients);
      if (clients.isEmpty()) {
        throw new IllegalArgumentException("a biller has at least one client");
      }
    }
  }

  /// Opens the biller and reads its book and its inquiries back.
  ///
  /// @param random gives the day; nobody else draws from it
  /// @throws IOException if one of them is damaged or open elsewhere
  /// @throws IllegalStateException if the port is taken
  public static SimulatedBiller open(Settings settings, InstantSource clock, RandomGenerator random)
      throws IOException {
    Files.createDirectories(settings.directory());
    var book = Book.open(settings.directory().resolve(settings.name() + ".book"));
    try {
      return open(settings, book, clock, new Clerk(random));
    } catch (IOException | IllegalStateException e) {
      book.close();
      throw e;
    }
  }

  private static SimulatedBiller open(
      Settings settings, Book book, InstantSource clock, Clerk clerk) throws IOException {
    var file = settings.directory().resolve(settings.name() + ".inquiries");
    var quotes = Quotes.open(file, settings.clients().getFirst(), clock.instant());
    try {
      var shop = Shop.open(settings.clients(), clock, settings.pendingFor());
      var desk = new Desk(shop, clerk, new Teller(shop, book, quotes));
      return new SimulatedBiller(
          settings.name(), settings.port(), book, quotes, clerk, desk::openOn);
    } catch (IllegalStateException e) {
      quotes.close();
      throw e;
    }
  }
}
