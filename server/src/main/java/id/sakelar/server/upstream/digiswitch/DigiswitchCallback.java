package id.sakelar.server.upstream.digiswitch;

import id.sakelar.server.payment.Biller.Order;
import id.sakelar.server.payment.Evidence;
import id.sakelar.server.payment.Evidence.Ambiguous;
import id.sakelar.server.payment.Quote;
import id.sakelar.server.upstream.Callback;
import id.sakelar.server.upstream.digiswitch.Hearing.Bare;
import id.sakelar.server.upstream.digiswitch.Hearing.Doubt;
import id.sakelar.server.upstream.digiswitch.Hearing.Told;
import id.sakelar.server.upstream.digiswitch.Hearing.Unsent;
import id.sakelar.wire.digiswitch.Answer;
import id.sakelar.wire.digiswitch.Echo;

/// What Digiswitch or Digiflazz says by itself: the answer that a status question would get. Its
/// codes mean what they mean there. Immutable.
record DigiswitchCallback(Answer answer) implements Callback {
  @Override
  public String reference() {
    return answer.echo().refId();
  }

  @Override
  public boolean isProof() {
    return true;
  }

  @Override
  public Evidence claim() {
    return switch (Hearing.ofAny(answer)) {
      case Told(var code, _) -> Proof.claimed(Meaning.ofStatus(code), code, answer);
      case Doubt(var why) -> new Ambiguous(why);
      case Unsent _, Bare _ -> new Ambiguous("nothing told");
    };
  }

  @Override
  public Evidence about(Order order) {
    return Proof.of(Hearing.of(echo(order.quote()), answer), Meaning::ofStatus, order.quote());
  }

  private static Echo echo(Quote quote) {
    return new Echo(quote.upstreamReference(), quote.customer(), quote.upstreamProduct());
  }

  @Override
  public Evidence aboutFormer(Order order) {
    return answer.echo().customerNo().equals(order.quote().customer())
        ? claim()
        : new Ambiguous("not our order");
  }
}
