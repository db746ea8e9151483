package id.sakelar.server.front.digiswitch;

import id.sakelar.server.front.FrontContract;
import id.sakelar.server.front.Key;
import id.sakelar.server.front.Premises;
import id.sakelar.wire.digiswitch.Command;
import id.sakelar.wire.digiswitch.Spelling;
import java.net.http.HttpResponse;

/// How the contract is spoken in one of the spellings.
abstract class DigiswitchContract extends FrontContract {
  private final Spelling spelling;

  DigiswitchContract(Spelling spelling) {
    this.spelling = spelling;
  }

  @Override
  protected Premises open() {
    return Premises.open(Visitor::open);
  }

  @Override
  protected HttpResponse<String> send(Key key, Ask ask, String reference, String customer)
      throws Exception {
    var command =
        switch (ask) {
          case INQUIRY -> Command.INQUIRY;
          case PAYMENT -> Command.PAYMENT;
          case STATUS -> Command.STATUS;
        };
    return new Visitor(premises(), spelling).say(Visitor.about(key, command, reference, customer));
  }

  @Override
  protected boolean tells(Meaning meaning) {
    return switch (meaning) {
      case DONE, PENDING, FAILED, NO_FUNDS, NOT_FOUND -> true;
      case WRONG_KEY, UNKNOWN_PARTNER, REFERENCE_USED -> true;
      case UNPAID -> false;
    };
  }

  @Override
  protected Meaning meaning(HttpResponse<String> answer) {
    return switch (Visitor.verdict(answer)) {
      case "200 00" -> Meaning.DONE;
      case "200 02" -> Meaning.FAILED;
      case "200 03" -> Meaning.PENDING;
      case "400 41" -> Meaning.WRONG_KEY;
      case "400 42" -> Meaning.UNKNOWN_PARTNER;
      case "400 44" -> Meaning.NO_FUNDS;
      case "400 49" -> Meaning.REFERENCE_USED;
      case "200 50" -> Meaning.NOT_FOUND;
      default -> throw new AssertionError("no meaning: " + answer.body());
    };
  }
}
