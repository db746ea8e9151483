package id.sakelar.server.front.bankplus;

import id.sakelar.http.Door;
import id.sakelar.server.banking.BankStore;
import id.sakelar.server.banking.Orders;
import id.sakelar.server.banking.OurBank;
import id.sakelar.server.banking.Refnums;
import id.sakelar.server.banking.Transfers;
import id.sakelar.wire.Operation;
import id.sakelar.wire.bankplus.Switcher;
import id.sakelar.wire.bankplus.SwitcherReply;
import java.time.InstantSource;

/// Serves all that other banks and our own systems can ask of a Bank+ switcher. Its paths are for a
/// door of their own, since its callers have no credentials. Thread-safe.
public final class SwitcherFront {
  private final Callers callers;
  private final Transfers transfers;
  private final Orders orders;
  private final SwitcherBanks banks;
  private final SwitcherTelling telling;
  private final SwitcherNames names;

  /// A front to be opened on a door.
  ///
  /// @param transfers made to answer within 25 seconds
  /// @param banks by which names banks go
  /// @param refnums names what callers give no name
  public SwitcherFront(
      Callers callers,
      Transfers transfers,
      Orders orders,
      OurBank bank,
      BankStore banks,
      Refnums refnums,
      InstantSource clock) {
    this.callers = callers;
    this.transfers = transfers;
    this.orders = orders;
    this.banks = new SwitcherBanks(bank, banks);
    this.telling = new SwitcherTelling(this.banks);
    this.names = new SwitcherNames(refnums, clock);
  }

  /// Serves the four paths.
  ///
  /// @return the door, for others to be opened on it
  public Door.Builder openOn(Door.Builder door) {
    var desk = new SwitcherDesk(transfers, telling);
    serve(door, Switcher.INQUIRY, false, new SwitcherInquiryClerk(transfers, banks, names));
    serve(
        door,
        Switcher.TRANSFER,
        true,
        new SwitcherTransferClerk(desk, transfers, orders, banks, names));
    serve(door, Switcher.REVERSAL, true, new SwitcherReversalClerk(desk, transfers, orders, names));
    serve(door, Switcher.CHECK, true, new SwitcherCheckClerk(transfers, telling));
    return door;
  }

  private <Q, A> void serve(
      Door.Builder door,
      Operation<Q, SwitcherReply<A>> operation,
      boolean isAboutMoney,
      SwitcherClerk<Q, A> clerk) {
    var voice = new SwitcherVoice<>(operation, isAboutMoney);
    var counter = new SwitcherCounter<>(operation, voice, callers, clerk);
    door.serve("POST", operation.path(), counter, voice);
  }
}
