package id.sakelar.server.upstream.digiswitch;

import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Biller.Found.Billed;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.digiswitch.Bill;
import id.sakelar.wire.digiswitch.desc.Family;
import java.util.Optional;

/// Reads what an inquiry tells about a bill and its price.
final class Billing {
  private Billing() {}

  /// The bill and what the biller will take for it.
  ///
  /// The biller's own admin fee stays out: what it wants is its selling price without that fee, and
  /// what we add is for our catalogue to say. That the details add up is not asked for, because
  /// those of a vehicle tax do not even on the published page.
  ///
  /// @throws Garbled if anything is missing, or it is a bill over nothing
  static Billed read(Bill told, Family family) throws Garbled {
    var desc = family.read(present("desc", told.desc()));
    var translation = new Translation(present("name", told.name()), amount(told));
    var bill = translation.bill(desc);
    if (bill.sheets() < 1) {
      throw Garbled.field("lembar_tagihan", "is not at least 1");
    }
    return new Billed(bill, present("price", told.price()));
  }

  private static Rupiah amount(Bill told) throws Garbled {
    var selling = present("selling_price", told.sellingPrice());
    var amount = selling.minus(present("admin", told.admin()));
    if (!amount.isPositive()) {
      throw Garbled.field("selling_price", "is not above the admin fee");
    }
    return amount;
  }

  private static <T> T present(String name, Optional<T> field) throws Garbled {
    return field.orElseThrow(() -> Garbled.field(name, "is missing"));
  }
}
