package id.sakelar.server.front.mmbc;

import id.sakelar.server.catalog.Offer;
import id.sakelar.server.partner.Partner;
import id.sakelar.wire.mmbc.ListEsamsat;
import id.sakelar.wire.mmbc.Reply;
import id.sakelar.wire.mmbc.SamsatProduct;
import java.util.List;

/// Tells a partner in which regions vehicle tax can be paid, and at what fee. Thread-safe.
record RegionListClerk(Products products) implements Clerk<ListEsamsat, List<SamsatProduct>> {
  @Override
  public Reply<List<SamsatProduct>> answer(Partner partner, ListEsamsat question) {
    return Reply.ok(products.listRegions(partner.id()).stream().map(this::line).toList());
  }

  private SamsatProduct line(Offer offer) {
    var code = offer.codeIn(MmbcFront.DIALECT).orElseThrow();
    var fees = offer.fees();
    return new SamsatProduct(
        offer.name(), code, fees.admin(), fees.cashback(), products.isOpen(offer));
  }

  @Override
  public boolean isAboutPayments() {
    return false;
  }
}
