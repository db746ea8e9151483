package id.sakelar.server.front;

import id.sakelar.money.Rupiah;
import id.sakelar.server.partner.DepositStore;
import id.sakelar.server.partner.Network;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.partner.PartnerStore;
import id.sakelar.server.partner.Secret;
import java.sql.SQLException;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The partners of the [Premises].
final class Residents {
  private static final Rupiah DEPOSIT = Rupiah.of(100_000);
  private static final Partner.Limits NONE = Partner.Limits.NONE;

  private Residents() {}

  static void moveIn(PartnerStore partners, DepositStore deposits, RandomGenerator chance)
      throws SQLException {
    var hasty = new Partner.Limits(3, null, null);
    var cautious = new Partner.Limits(null, Rupiah.of(9_000), null);
    var residents = new Residence(partners, deposits, chance);
    residents.add(Key.ONE, DEPOSIT, NONE, null, true);
    residents.add(Key.TWO, DEPOSIT, NONE, null, true);
    residents.add(Key.POOR, Rupiah.of(1_000), NONE, null, true);
    residents.add(Key.HASTY, DEPOSIT, hasty, null, true);
    residents.add(Key.DISTANT, DEPOSIT, NONE, Network.parse("203.0.113.0/24"), true);
    residents.add(Key.SUSPENDED, DEPOSIT, NONE, null, false);
    residents.add(Key.CAUTIOUS, DEPOSIT, cautious, null, true);
  }

  private record Residence(PartnerStore partners, DepositStore deposits, RandomGenerator chance) {
    void add(
        Key key, Rupiah deposit, Partner.Limits limits, @Nullable Network network, boolean active)
        throws SQLException {
      var networks = network == null ? List.<Network>of() : List.of(network);
      partners.put(new Partner(key.partner(), key.username(), active, networks, limits, null));
      partners.addKey(key.partner(), "digiswitch", key.username(), new Secret(key.key()));
      deposits.open(key.partner());
      deposits.topUp(key.partner(), "start-" + key.partner(), deposit, chance);
    }
  }
}
