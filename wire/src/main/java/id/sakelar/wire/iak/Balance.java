package id.sakelar.wire.iak;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import java.util.Optional;

/// The answer to a question for the deposit. Immutable.
///
/// @param balance the deposit, perhaps below zero; absent in a refusal
/// @param rc `00`, or why there is no balance
public record Balance(Optional<Rupiah> balance, String message, String rc) {
  private static final String SUCCESS = "SUCCESS";

  public static Balance of(Rupiah balance) {
    return new Balance(Optional.of(balance), SUCCESS, ResponseCode.SUCCESS.code());
  }

  public static Balance refused(ResponseCode code) {
    return new Balance(Optional.empty(), code.message(), code.code());
  }

  static Balance read(Fields body) throws Garbled {
    var data = body.group("data");
    return new Balance(data.findBalance("balance"), data.text("message"), data.text("rc"));
  }

  Members spelled() {
    var data =
        new Draft().balance("balance", balance).text("message", message).text("rc", rc).members();
    return new Draft().json("data", data).members();
  }
}
