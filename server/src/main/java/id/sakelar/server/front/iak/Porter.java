package id.sakelar.server.front.iak;

import id.sakelar.http.Call;
import id.sakelar.http.Correlation;
import id.sakelar.server.partner.Caller;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.partner.Partners;
import id.sakelar.wire.iak.Account;
import id.sakelar.wire.iak.ResponseCode;
import id.sakelar.wire.iak.Signed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out who has signed a question and whether they may ask it. The dialect has one word for an
/// unknown username and a wrong key. Thread-safe.
final class Porter {
  private static final Logger LOG = LoggerFactory.getLogger(Porter.class);

  private final Partners partners;

  Porter(Partners partners) {
    this.partners = partners;
  }

  /// Who stands at the counter.
  sealed interface Visitor {
    record Welcome(Partner partner) implements Visitor {}

    /// May ask for nothing new, for the reason of `code`; what is under way may still be told.
    record Barred(Partner partner, ResponseCode code) implements Visitor {}

    /// Perhaps a stranger, who learns nothing but `code`.
    record Stranger(ResponseCode code) implements Visitor {}
  }

  Visitor look(Call call, Signed question) {
    var caller =
        partners.identify(
            IakFront.DIALECT,
            question.username(),
            call.remote(),
            key -> question.isSignedBy(new Account(question.username(), key.reveal())));
    return switch (caller) {
      case Caller.Known(Partner partner) -> new Visitor.Welcome(partner);
      case Caller.UnknownUser _, Caller.WrongKey _ -> turnAway(call, ResponseCode.SIGNATURE);
      case Caller.ForbiddenAddress _ -> turnAway(call, ResponseCode.ADDRESS);
      case Caller.Suspended(Partner partner) -> new Visitor.Barred(partner, ResponseCode.SUSPENDED);
      case Caller.TooMany(Partner partner) -> new Visitor.Barred(partner, ResponseCode.BUSY);
    };
  }

  private static Visitor turnAway(Call call, ResponseCode code) {
    LOG.info(
        "call {} to {} from {}: refused as {}",
        Correlation.current(),
        call.path(),
        call.remote().getHostAddress(),
        code.code());
    return new Visitor.Stranger(code);
  }
}
