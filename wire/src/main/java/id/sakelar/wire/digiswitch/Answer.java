package id.sakelar.wire.digiswitch;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import java.util.Optional;

/// The answer to a transaction, and the body of a webhook.
///
/// Echo and verdict are always there: six fields, without which clients cannot tell what happened
/// to which transaction. Immutable.
///
/// @param sn the serial number; Digiswitch always writes one, empty if there is none
public record Answer(Echo echo, Verdict verdict, Optional<String> sn, Bill bill) {
  /// An answer of a verdict and nothing else: a refusal, a failure, or pending.
  public static Answer of(Echo echo, ResponseCode code) {
    return new Answer(echo, Verdict.of(code), Optional.empty(), Bill.NONE);
  }

  /// An answer that shows the bill.
  public static Answer of(Echo echo, ResponseCode code, String sn, Bill bill) {
    return new Answer(echo, Verdict.of(code), Optional.of(sn), bill);
  }

  static Answer read(Fields from, Spelling spelling) throws Garbled {
    return new Answer(
        Echo.read(from, spelling),
        Verdict.read(from),
        from.findText("sn"),
        Bill.read(from, spelling));
  }

  Members spelled(Spelling spelling) {
    var to = new Draft();
    echo.write(to, spelling, bill.name());
    to.amount("admin", bill.admin());
    switch (spelling) {
      case DIGISWITCH -> {
        to.amount("base_commission", bill.baseCommission());
        said(to).text("sn", sn.orElse("")).text("rc", verdict.rc());
      }
      case DIGIFLAZZ ->
          said(to).text("rc", verdict.rc()).text("sn", sn).text("periode", bill.periode());
    }
    to.balance(spelling.balance, bill.balance())
        .amount("price", bill.price())
        .amount("selling_price", bill.sellingPrice());
    bill.desc().ifPresent(desc -> to.json("desc", desc));
    return to.members();
  }

  private Draft said(Draft to) {
    return to.text("message", verdict.message()).text("status", verdict.status());
  }
}
