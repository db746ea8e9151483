package id.sakelar.server.upstream.digiswitch;

import id.sakelar.server.payment.Biller.Found.Billed;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.digiswitch.Bill;
import id.sakelar.wire.digiswitch.desc.Family;

/// The bills of golden conversations, in our own words, for those who play the other side.
public final class GoldenBills {
  private GoldenBills() {}

  public static Billed read(Bill told, Family family) throws Garbled {
    return Billing.read(told, family);
  }
}
