package id.sakelar.server.console;

import id.sakelar.http.Answer;
import id.sakelar.http.Body;
import id.sakelar.http.Door;
import id.sakelar.server.payment.NoticeStore;
import id.sakelar.server.payment.NoticeStore.DeadLetter;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Limits;
import id.sakelar.wire.StrictJson;
import java.util.Optional;

/// `/webhooks/dead`: what partners did not take for as long as it was tried, the oldest first, a
/// thousand at most. Thread-safe.
public final class DeadLetters {
  private static final int MOST = 1_000;
  private static final StrictJson JSON = new StrictJson(Limits.ANSWER);

  private final NoticeStore store;

  public DeadLetters(NoticeStore store) {
    this.store = store;
  }

  public void openOn(Door.Builder door) {
    door.serve("GET", "/webhooks/dead", _ -> list(), Health.REFUSALS);
  }

  private Answer list() {
    var dead = store.listDead(Optional.empty(), MOST);
    var written = JSON.write(new Draft().rows("dead", dead, DeadLetters::row).members());
    return Answer.of(200, Body.of(written.mediaType(), written.body()));
  }

  private static Draft row(DeadLetter letter) {
    return new Draft()
        .text("number", Long.toString(letter.number()))
        .text("partner", letter.id().partner())
        .text("dialect", letter.id().dialect())
        .text("reference", letter.id().reference())
        .text("state", letter.state().name())
        .count("tries", letter.tries())
        .text("since", letter.since().toString());
  }
}
