package id.sakelar.server.front.mmbc;

import id.sakelar.http.Answer;
import id.sakelar.http.Call;
import id.sakelar.http.Correlation;
import id.sakelar.http.Handler;
import id.sakelar.server.catalog.Offer;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import id.sakelar.wire.mmbc.CreditCard;
import id.sakelar.wire.mmbc.Exposed;
import id.sakelar.wire.mmbc.Mmbc;
import id.sakelar.wire.mmbc.Parameters;
import id.sakelar.wire.mmbc.Reply;
import id.sakelar.wire.mmbc.Sentence;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells anybody whose cards can be paid: the one question without a login. Thread-safe.
final class CardListCounter implements Handler {
  private static final Logger LOG = LoggerFactory.getLogger(CardListCounter.class);

  private final Products products;
  private final Voice<List<CreditCard>> voice = new Voice<>(Mmbc.LISTCC, false);

  CardListCounter(Products products) {
    this.products = products;
  }

  Voice<List<CreditCard>> voice() {
    return voice;
  }

  @Override
  public Answer handle(Call call) {
    if (isExposing(call)) {
      LOG.warn("call {} to {}: a credential came in the query", Correlation.current(), call.path());
      return voice.refuse(Sentence.EXPOSED);
    }
    var banks = products.listBanks().stream().map(this::line).toList();
    return voice.say(Reply.ok(banks));
  }

  /// Whatever else comes with the question changes nothing.
  private static boolean isExposing(Call call) {
    try {
      Parameters.read(call.query(), Message.json("{}"));
      return false;
    } catch (Exposed _) {
      return true;
    } catch (Garbled _) {
      return false;
    }
  }

  private CreditCard line(Offer offer) {
    var code = offer.codeIn(MmbcFront.DIALECT).orElseThrow();
    return new CreditCard(offer.name(), code, products.isOpen(offer));
  }
}
