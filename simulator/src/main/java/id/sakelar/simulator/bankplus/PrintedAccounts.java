package id.sakelar.simulator.bankplus;

import id.sakelar.money.Rupiah;
import java.util.List;

/// The accounts that the Bank+ document prints.
public final class PrintedAccounts {
  /// At BRI, whose BIC is BRINIDJA.
  public static final List<Account> OF_BRI =
      List.of(
          Account.of("888801000003301", "BRIAPI SANDBOX", new Rupiah(60_257_717_133_484L)),
          Account.of("888801000157508", "ALOYSIUS AGUS WARI Z", Rupiah.of(25_000_000)));

  /// At Bank Mandiri, whose code is 008.
  public static final List<Account> OF_MANDIRI =
      List.of(Account.of("114451186", "Ardha Herdianto", Rupiah.of(5_000_000)));

  private PrintedAccounts() {}
}
