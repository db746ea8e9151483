package id.sakelar.simulator.digiswitch;

import id.sakelar.simulator.Book;
import id.sakelar.simulator.Clerk;
import id.sakelar.simulator.Herald;
import id.sakelar.simulator.Practice;
import id.sakelar.simulator.SimulatedBiller;
import id.sakelar.wire.digiswitch.Account;
import id.sakelar.wire.digiswitch.Spelling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// A Digiswitch server that is not there, in both spellings: inquiry, payment and status of bills,
/// the balance and the list of bills. It has one partner.
///
/// It behaves as published where that is known. A payment follows an inquiry of the same reference,
/// code and customer on the same day in Jakarta: another code or customer is rc 49, another day is
/// rc 50. One without any inquiry makes its own, because the page's examples do. A reference that
/// has been paid is answered with what became of it. Bills stay open when they are paid, and a
/// deposit may go below zero. Callbacks are sent where a herald is given.
public final class SimulatedDigiswitch {
  private SimulatedDigiswitch() {}

  /// What a biller is told before it opens.
  ///
  /// @param name its name on the control surface, and of its book
  /// @param account whom it knows: what our connector signs with
  /// @param directory of its book; made if it is not there
  /// @param port on the loopback address; 0 for any free one
  /// @param pendingFor how long the pending test numbers stay undecided
  public record Settings(
      String name, Account account, Path directory, int port, Duration pendingFor) {}

  /// Opens the biller and reads its book back.
  ///
  /// @param random gives the day; nobody else draws from it
  /// @throws IOException if its book is damaged or open elsewhere
  /// @throws IllegalStateException if the port is taken
  public static SimulatedBiller open(Settings settings, InstantSource clock, RandomGenerator random)
      throws IOException {
    return open(settings, clock, random, Optional.empty());
  }

  /// Opens a biller that tells its partner by itself how payments ended, wherever `herald` calls.
  ///
  /// @param secret of the `X-Hub-Signature`
  /// @throws IOException if its book is damaged or open elsewhere
  /// @throws IllegalStateException if the port is taken
  public static SimulatedBiller open(
      Settings settings, InstantSource clock, RandomGenerator random, Herald herald, String secret)
      throws IOException {
    return open(settings, clock, random, Optional.of(new Messenger(herald, secret)));
  }

  private static SimulatedBiller open(
      Settings settings, InstantSource clock, RandomGenerator random, Optional<Messenger> messenger)
      throws IOException {
    Files.createDirectories(settings.directory());
    var book = Book.open(settings.directory().resolve(settings.name() + ".book"));
    try {
      return open(settings, book, clock, new Clerk(random), messenger);
    } catch (IllegalStateException e) {
      book.close();
      throw e;
    }
  }

  private static SimulatedBiller open(
      Settings settings,
      Book book,
      InstantSource clock,
      Clerk clerk,
      Optional<Messenger> messenger) {
    var shop = Shop.open(settings.account(), clock, settings.pendingFor());
    var register = new Register(book, new Quotes());
    var tests = new Register(new Practice(), new Quotes());
    var desks =
        Arrays.stream(Spelling.values())
            .map(spelling -> new Desk(spelling, shop, clerk, register, tests, messenger))
            .toList();
    return new SimulatedBiller(
        settings.name(),
        settings.port(),
        book,
        () -> messenger.ifPresent(it -> it.herald().close()),
        clerk,
        door -> desks.forEach(desk -> desk.openOn(door)));
  }
}
