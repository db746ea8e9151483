package id.sakelar.simulator.mmbc;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Masked;

/// What an invoice is about. Prints numbers of cards and vehicles masked. Immutable.
sealed interface Subject {
  void write(Draft to);

  /// A payment to a card.
  record OfCard(String ccCode, String number, Rupiah amount) implements Subject {
    @Override
    public void write(Draft to) {
      to.text("cc_code", ccCode).text("cc_accountnumber", number).amount("amount", amount);
    }

    static OfCard read(Fields from) throws Garbled {
      return new OfCard(from.text("cc_code"), from.text("cc_accountnumber"), from.amount("amount"));
    }

    @Override
    public String toString() {
      return "OfCard[" + ccCode + ", " + Masked.lastFour(number) + ", " + amount + "]";
    }
  }

  /// The tax of a vehicle.
  record OfVehicle(String product, String customerNumber, String structureNumber)
      implements Subject {
    @Override
    public void write(Draft to) {
      to.text("product", product)
          .text("customer_number", customerNumber)
          .text("structure_number", structureNumber);
    }

    static OfVehicle read(Fields from) throws Garbled {
      return new OfVehicle(
          from.text("product"), from.text("customer_number"), from.text("structure_number"));
    }

    @Override
    public String toString() {
      return "OfVehicle[" + product + ", " + Masked.lastFour(structureNumber) + "]";
    }
  }
}
