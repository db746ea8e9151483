package id.sakelar.server.front.iak;

import id.sakelar.http.Answer;
import id.sakelar.http.Body;
import id.sakelar.http.Call;
import id.sakelar.http.Correlation;
import id.sakelar.http.Handler;
import id.sakelar.http.Refusals;
import id.sakelar.http.Trouble;
import id.sakelar.wire.Message;
import id.sakelar.wire.iak.Format;
import id.sakelar.wire.iak.Iak;
import id.sakelar.wire.iak.Receipt;
import id.sakelar.wire.iak.Reply;
import id.sakelar.wire.iak.ResponseCode;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands out receipts in one form. Refuses in XML, whatever the form. Thread-safe.
final class ReceiptCounter implements Handler, Refusals {
  private static final Logger LOG = LoggerFactory.getLogger(ReceiptCounter.class);

  /// How a receipt is handed out.
  enum Form {
    /// As a file to be printed.
    PAPER,
    /// As lines, for who prints it in another way.
    LINES
  }

  private final Receipts receipts;
  private final Form form;

  ReceiptCounter(Receipts receipts, Form form) {
    this.receipts = receipts;
    this.form = form;
  }

  @Override
  public Answer handle(Call call) {
    if (Spoken.hasQuery(call)) {
      return refused(ResponseCode.PAYLOAD);
    }
    var number = call.parameters().getOrDefault("tr_id", "");
    try {
      return receipts
          .find(number, call.remote())
          .map(receipt -> handedOut(number, receipt))
          .orElse(refused(ResponseCode.NOT_FOUND));
    } catch (RuntimeException e) {
      LOG.error("call {} for a receipt broke off", Correlation.current());
      LOG.debug("why it broke off", e);
      return refused(ResponseCode.GENERAL);
    }
  }

  private Answer handedOut(String number, Receipt receipt) {
    return switch (form) {
      case PAPER ->
          new Answer(
              200,
              Map.of("Content-Disposition", "attachment; filename=\"struk-" + number + ".pdf\""),
              Body.of("application/pdf", ReceiptPaper.print(receipt)));
      case LINES -> Spoken.answer(200, Receipt.CODEC.write(receipt));
    };
  }

  private static Answer refused(ResponseCode code) {
    return Spoken.answer(code.httpStatus(), spelled(code));
  }

  private static Message spelled(ResponseCode code) {
    return Iak.in(Format.XML).bill().answer().write(Reply.Refused.of(code));
  }

  @Override
  public Answer answer(Trouble trouble) {
    return Spoken.refused(trouble, "GET", ResponseCode.GENERAL, ReceiptCounter::spelled);
  }
}
