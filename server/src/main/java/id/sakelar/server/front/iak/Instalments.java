package id.sakelar.server.front.iak;

import static id.sakelar.server.front.iak.Told.told;

import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Bill;
import id.sakelar.server.payment.Bill.Multifinance.Instalment;
import id.sakelar.wire.iak.desc.Multifinance;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Tells a hire purchase: the dialect has one sum of each kind for all instalments.
final class Instalments {
  private Instalments() {}

  static Multifinance of(Bill.Multifinance bill) {
    var contract = bill.contract();
    return new Multifinance(
        sum(bill.instalments(), it -> Optional.of(it.other())),
        told(bill.item()),
        told(bill.chassis()),
        told(bill.plate()),
        told(bill.tenor()),
        installment(bill),
        sum(bill.instalments(), it -> Optional.of(it.fine())),
        Optional.ofNullable(contract.most()),
        told(contract.lastDue()),
        told(contract.number()));
  }

  /// What is not told can be told of a single instalment, because everything else is.
  private static Optional<Rupiah> installment(Bill.Multifinance bill) {
    var all = bill.instalments();
    if (all.size() == 1 && all.getFirst().amount() == null) {
      var only = all.getFirst();
      var rest = bill.amount().minus(only.fine()).minus(only.other());
      return Optional.of(rest).filter(it -> !it.isNegative());
    }
    return sum(all, it -> Optional.ofNullable(it.amount()));
  }

  /// The sum, if everything that adds up to it is told.
  private static Optional<Rupiah> sum(
      List<Instalment> all, Function<Instalment, Optional<Rupiah>> part) {
    var parts = all.stream().map(part).flatMap(Optional::stream).toList();
    return parts.isEmpty() || parts.size() < all.size()
        ? Optional.empty()
        : Optional.of(parts.stream().reduce(Rupiah.ZERO, Rupiah::plus));
  }
}
