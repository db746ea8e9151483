package id.sakelar.simulator.bankplus;

import id.sakelar.money.Rupiah;
import id.sakelar.simulator.Clerk;
import id.sakelar.simulator.Entrance;
import id.sakelar.simulator.Records;
import id.sakelar.simulator.SimulatedHost;
import id.sakelar.simulator.Temper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/// A bank that is not there: its host speaks the dialect of the Bank+ switcher, and moves money
/// between its own accounts only. Safe for many threads.
///
/// A refnum means one move for ever: the same body under it is told what was moved, another is
/// refused. What is refused is in no book, so its refnum is free again. A payment code is good for
/// one transfer within 15 minutes. A transfer is reversed once, if its beneficiary still has the
/// money; reversals are not reversed. Of a temper's shares, `/transfer` and `/reversal` take their
/// part. Refusing products refuses inquiries, transfers and reversals, and tells of old ones.
public final class SimulatedBank implements SimulatedHost {
  private final String name;
  private final Vault vault;
  private final Entrance entrance;

  private SimulatedBank(Settings settings, Vault vault, Clerk clerk, Teller teller) {
    this.name = settings.name();
    this.vault = vault;
    this.entrance = new Entrance(name, settings.port(), clerk, new Desk(teller, clerk)::openOn);
  }

  /// What a bank is told before it opens.
  ///
  /// @param name its name on the control surface, and of its book
  /// @param code its three digits
  /// @param bic its eight letters, as it calls itself
  /// @param accounts as they were before the first move of the book
  /// @param escrow the switch's account there, which may go below zero
  /// @param directory of its book; made if it is not there
  /// @param port on the loopback address; 0 for any free one
  public record Settings(
      String name,
      String code,
      String bic,
      List<Account> accounts,
      Account escrow,
      Path directory,
      int port) {
    public Settings {
      accounts = List.copyOf(accounts);
    }
  }

  /// Opens the bank and reads its book back.
  ///
  /// @param random gives the day; nobody else draws from it
  /// @param secrets gives payment codes, never the same ones twice
  /// @throws IOException if its book is damaged or open elsewhere
  /// @throws IllegalArgumentException if an account of its book is not there, or one is there twice
  /// @throws IllegalStateException if the port is taken
  public static SimulatedBank open(
      Settings settings, InstantSource clock, RandomGenerator random, RandomGenerator secrets)
      throws IOException {
    Files.createDirectories(settings.directory());
    var accounts = new Accounts(settings.accounts(), settings.escrow());
    var vault = new Vault(settings.directory().resolve(settings.name() + ".book"), accounts);
    try {
      var teller = new Teller(settings, vault, new Codes(secrets), clock);
      return new SimulatedBank(settings, vault, new Clerk(random), teller);
    } catch (IllegalStateException e) {
      vault.close();
      throw e;
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int port() {
    return entrance.port();
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
  public Records records() {
    return vault;
  }

  /// What is in an account now.
  ///
  /// @throws IllegalArgumentException if there is no such account
  public Rupiah balance(String account) {
    return vault.balance(account);
  }

  /// At most `limit` moves after number `after`, in the order they were written; 0 is before the
  /// first.
  public List<Move> listAfter(int after, int limit) {
    return vault.listAfter(after, limit);
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    vault.close();
  }
}
