package id.sakelar.wire.mmbc;

import id.sakelar.wire.Masked;

/// What a refusal of vehicle tax repeats of its question; each part is empty if it is not known.
/// Prints owner and vehicle masked. Immutable.
public record Echo(String product, String invoice, String customerNumber, String structureNumber) {
  /// Nothing is repeated.
  public static final Echo NONE = new Echo("", "", "", "");

  /// The same under the invoice that the question has used up.
  public Echo withInvoice(String number) {
    return new Echo(product, number, customerNumber, structureNumber);
  }

  @Override
  public String toString() {
    return "Echo["
        + String.join(
            ", ",
            product,
            invoice,
            Masked.lastFour(customerNumber),
            Masked.lastFour(structureNumber))
        + "]";
  }
}
