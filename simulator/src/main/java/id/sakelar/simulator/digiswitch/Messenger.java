package id.sakelar.simulator.digiswitch;

import id.sakelar.http.Body;
import id.sakelar.simulator.Herald;
import id.sakelar.simulator.Herald.Letter;
import id.sakelar.simulator.Herald.News;
import id.sakelar.simulator.Row;
import id.sakelar.wire.digiswitch.Answer;
import id.sakelar.wire.digiswitch.Echo;
import id.sakelar.wire.digiswitch.ResponseCode;
import id.sakelar.wire.digiswitch.Spelling;
import id.sakelar.wire.digiswitch.Transaction;
import id.sakelar.wire.digiswitch.Webhook;
import id.sakelar.wire.digiswitch.Webhook.Event;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// Puts into the dialect's words what a herald tells, and signs it. Safe for many threads.
///
/// @param secret of the `X-Hub-Signature`
record Messenger(Herald herald, String secret) {
  /// Has told what becomes of `row`, which was asked for in `asked`.
  void announce(Transaction asked, Row row, Teller teller, Spelling spelling) {
    var pendingFor = Duration.between(row.at(), row.due());
    herald.announce(row.reference(), pendingFor, new About(asked, teller, spelling));
  }

  /// What can be told of one payment.
  private final class About implements News {
    private final Transaction asked;
    private final Teller teller;
    private final Spelling spelling;

    About(Transaction asked, Teller teller, Spelling spelling) {
      this.asked = asked;
      this.teller = teller;
      this.spelling = spelling;
    }

    @Override
    public Letter truth() {
      return letter(teller.status(asked));
    }

    @Override
    public Letter pending() {
      return letter(Answer.of(asked.echo(), ResponseCode.PENDING));
    }

    @Override
    public Letter failed() {
      return letter(Answer.of(asked.echo(), ResponseCode.FAILURE));
    }

    @Override
    public Letter paid() {
      return letter(teller.claimPaid(asked));
    }

    @Override
    public Letter ofStranger() {
      var truth = teller.status(asked);
      var echo = truth.echo();
      var stranger = new Echo("X" + echo.refId(), echo.customerNo(), echo.code());
      return letter(new Answer(stranger, truth.verdict(), truth.sn(), truth.bill()));
    }

    private Letter letter(Answer answer) {
      var body = Webhook.body(answer, spelling);
      var delivery = UUID.nameUUIDFromBytes(body.body()).toString();
      return new Letter(
          Body.of(body.mediaType(), body.body()),
          Webhook.headers(Event.UPDATE, delivery, body, Optional.of(secret)),
          Webhook.headers(Event.UPDATE, delivery, body, Optional.of("not " + secret)));
    }
  }
}
