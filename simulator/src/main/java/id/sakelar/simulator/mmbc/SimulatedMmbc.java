package id.sakelar.simulator.mmbc;

import id.sakelar.simulator.Book;
import id.sakelar.simulator.Clerk;
import id.sakelar.simulator.SimulatedBiller;
import id.sakelar.simulator.mmbc.Subject.OfCard;
import id.sakelar.simulator.mmbc.Subject.OfVehicle;
import id.sakelar.wire.mmbc.Login;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// An MMBC server that is not there: the credit card API and the e-Samsat API. It has one partner,
/// takes what the partner pays with `debet` and `total`, and may let the deposit go below zero.
///
/// It knows the numbers of the documents, any other card that is whole and of a known brand, any
/// other vehicle, and the numbers below. Cards of banks 8, 14 and 2, from Rp50.000 to
/// Rp1.000.000.000:
///
/// | VISA | Mastercard | JCB | AMEX | |
/// |---|---|---|---|---|
/// | 4137700000000011 | 5237700000000017 | 3528700000000010 | 372370000000015 | is paid |
/// | 4137700000000029 | 5237700000000025 | 3528700000000028 | 372370000000023 | is unknown |
/// | 4137700000000037 | 5237700000000033 | 3528700000000036 | 372370000000031 | is refused when paid |
/// | 4137700000000045 | 5237700000000041 | 3528700000000044 | 372370000000049 | REFUND at once |
/// | 4137700000000052 | 5237700000000058 | 3528700000000051 | 372370000000056 | PENDING, then CONFIRM |
/// | 4137700000000060 | 5237700000000066 | 3528700000000069 | 372370000000064 | PENDING, then REFUND |
///
/// Vehicles of SAMSAT_JABAR, whose owner's number is 320101010101000 and the last digit of theirs:
///
/// | Chassis | |
/// |---|---|
/// | MHSAKELAR00000001 | is paid |
/// | MHSAKELAR00000002 | PENDING, then CONFIRM; also the open inquiry 22222222222 |
/// | MHSAKELAR00000003 | PENDING, then REFUND |
/// | MHSAKELAR00000004 | is refused when paid |
/// | MHSAKELAR00000005 | REFUND at once; also the open inquiry 33333333333 |
/// | MHSAKELAR00000006 | has been paid already |
/// | MHSAKELAR00000007 | is due in six months or more |
/// | MHSAKELAR00000008 | needs new plates |
///
/// A card transfer names no payment, so each is another one; an invoice of vehicle tax is paid
/// once, and on the day of its inquiry in Jakarta. The book has payments under the caller's
/// `ref_id` if there is one, which is an extension, and else under the invoice.
public final class SimulatedMmbc {
  private static final long FIRST_CARD = 700_000_000_001L;
  private static final long FIRST_VEHICLE = 70_000_000_001L;

  private SimulatedMmbc() {}

  /// What a biller is told before it opens.
  ///
  /// @param name its name on the control surface, and of its book
  /// @param account whom it knows: the login of our connector
  /// @param directory of its book; made if it is not there
  /// @param port on the loopback address; 0 for any free one
  /// @param pendingFor how long the pending test numbers stay undecided
  public record Settings(
      String name, Login account, Path directory, int port, Duration pendingFor) {
    private Path file(String ending) {
      return directory.resolve(name + ending);
    }
  }

  /// Opens the biller and reads its book back.
  ///
  /// @param random gives the day; nobody else draws from it
  /// @throws IOException if its book is damaged or open elsewhere
  /// @throws IllegalStateException if the port is taken
  public static SimulatedBiller open(Settings settings, InstantSource clock, RandomGenerator random)
      throws IOException {
    Files.createDirectories(settings.directory());
    var book = Book.open(settings.file(".book"));
    try {
      return open(settings, book, clock, new Clerk(random));
    } catch (IOException | IllegalStateException e) {
      book.close();
      throw e;
    }
  }

  private static SimulatedBiller open(
      Settings settings, Book book, InstantSource clock, Clerk clerk) throws IOException {
    var shop = new Shop(settings.account(), clock, settings.pendingFor());
    var register = Register.of(book);
    var cardInvoices = Invoices.open(settings.file(".cards"), FIRST_CARD, OfCard::read);
    var vehicleInvoices = Invoices.open(settings.file(".vehicles"), FIRST_VEHICLE, OfVehicle::read);
    var desk =
        new Desk(
            shop,
            clerk,
            new CardTeller(shop, Cards.read(), cardInvoices, register),
            new VehicleTeller(shop, Vehicles.read(), vehicleInvoices, register));
    return new SimulatedBiller(settings.name(), settings.port(), book, clerk, desk::openOn);
  }
}
