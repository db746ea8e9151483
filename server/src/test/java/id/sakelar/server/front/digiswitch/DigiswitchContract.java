package id.sakelar.server.front.digiswitch;

import id.sakelar.server.front.FrontContract;
import id.sakelar.server.front.Key;
import id.sakelar.server.front.Premises;
import id.sakelar.wire.digiswitch.Command;
import id.sakelar.wire.digiswitch.Spelling;
import java.net.http.HttpRequest;
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
  protected HttpRequest question(Key key, Ask ask, String reference, String customer) {
    var command =
        switch (ask) {
          case INQUIRY -> Command.INQUIRY;
          case PAYMENT -> Command.PAYMENT;
          case STATUS -> Command.STATUS;
        };
    return new Visitor(premises(), spelling)
        .request(Visitor.about(key, command, reference, customer));
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
