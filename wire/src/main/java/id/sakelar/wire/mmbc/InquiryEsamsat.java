package id.sakelar.wire.mmbc;

import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Masked;

/// Asks what tax a vehicle owes. Prints owner and vehicle masked. Immutable.
///
/// @param product see [Shape#PRODUCT]
/// @param customerNumber the owner's identity number, see [Shape#KTP]
/// @param structureNumber the vehicle's chassis number, see [Shape#CHASSIS]
public record InquiryEsamsat(
    Login login, String product, String customerNumber, String structureNumber)
    implements Question {
  public InquiryEsamsat {
    Shape.PRODUCT.check("product", product);
    Shape.KTP.check("customer_number", customerNumber);
    Shape.CHASSIS.check("structure_number", structureNumber);
  }

  static InquiryEsamsat read(Fields from) throws Garbled {
    return new InquiryEsamsat(
        Login.read(from),
        Shape.PRODUCT.read(from, "product"),
        Shape.KTP.read(from, "customer_number"),
        Shape.CHASSIS.read(from, "structure_number"));
  }

  Members spelled() {
    return login
        .draft()
        .text("product", product)
        .text("customer_number", customerNumber)
        .text("structure_number", structureNumber)
        .members();
  }

  @Override
  public String toString() {
    return "InquiryEsamsat["
        + String.join(
            ", ",
            login.username(),
            product,
            Masked.lastFour(customerNumber),
            Masked.lastFour(structureNumber))
        + "]";
  }
}
