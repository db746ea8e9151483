package id.sakelar.wire.iak;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Items;
import id.sakelar.wire.Json.Members;
import java.util.List;

/// The answer to an inquiry, a payment or a status question about a known transaction. The fields
/// stand as in the published examples: the reference behind the biller's, and before the code where
/// the biller has none. Immutable.
public record Answer(Echo echo, Owed owed, Verdict verdict, Booking booking) {
  /// The answer to an inquiry that succeeded.
  public static Answer inquired(Echo echo, Owed owed) {
    return new Answer(echo, owed, Verdict.INQUIRED, Booking.NONE);
  }

  /// The answer to a payment or a status question.
  public static Answer of(Echo echo, Owed owed, ResponseCode code, Booking booking) {
    return new Answer(echo, owed, Verdict.of(code), booking);
  }

  /// Whether fields are such an answer: a refusal has neither number nor price.
  static boolean isIn(Fields from) {
    return from.has(TransactionNumber.NAME) && from.has("price");
  }

  static Answer read(Fields from) throws Garbled {
    return new Answer(Echo.read(from), Owed.read(from), Verdict.read(from), Booking.read(from));
  }

  Members spelled(Format format) {
    var to =
        TransactionNumber.write(new Draft(), echo.trId())
            .text("code", echo.code())
            .text("datetime", booking.spelledDatetime())
            .text("hp", echo.hp())
            .text("tr_name", owed.trName())
            .text("period", owed.period())
            .amount("nominal", owed.nominal())
            .amount("admin", owed.admin());
    if (booking.noref().isEmpty()) {
      to.text("ref_id", echo.refId());
    }
    verdict
        .write(to.count("status", booking.status().map(Status::number)))
        .amount("price", owed.price())
        .balance("selling_price", owed.sellingPrice())
        .balance("balance", booking.balance());
    if (booking.noref().isPresent()) {
      to.text("noref", booking.noref()).text("ref_id", echo.refId());
    }
    return desc(to, format).members();
  }

  private Draft desc(Draft to, Format format) {
    boolean isList = format == Format.JSON && owed.desc().fields().isEmpty();
    return to.json("desc", isList ? new Items(List.of()) : owed.desc());
  }
}
