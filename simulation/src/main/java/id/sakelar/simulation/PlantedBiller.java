package id.sakelar.simulation;

import id.sakelar.server.payment.Biller;
import id.sakelar.server.payment.Evidence;

/// A connector around another, for a mistake to be planted in. As it is it makes none.
abstract class PlantedBiller implements Biller {
  private final Biller biller;

  PlantedBiller(Biller biller) {
    this.biller = biller;
  }

  @Override
  public Found inquire(Question question) {
    return biller.inquire(question);
  }

  @Override
  public Evidence pay(Order order) {
    return biller.pay(order);
  }

  @Override
  public Evidence status(Order order) {
    return biller.status(order);
  }
}
