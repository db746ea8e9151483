package id.sakelar.wire.iak;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;

/// What can be asked on the one path of bills.
public sealed interface Question extends Signed
    permits Inquiry, Payment, StatusQuestion, PriceListQuestion {
  Command command();

  /// The fields as they stand on the wire.
  Members spelled();

  /// Reads whatever is asked. A missing field is to blame on the whole message, a field of the
  /// wrong form on itself: [ResponseCode#of(Garbled)] makes codes of them.
  static Question read(Fields from) throws Garbled {
    return switch (Command.read(from)) {
      case INQUIRY -> Inquiry.read(from);
      case PAYMENT -> Payment.read(from);
      case STATUS -> StatusQuestion.read(from);
      case PRICE_LIST -> PriceListQuestion.read(from);
    };
  }

  /// How every question begins.
  static Draft begun(Question question) {
    return new Draft()
        .text(Command.NAME, question.command().word())
        .text("username", question.username());
  }
}
