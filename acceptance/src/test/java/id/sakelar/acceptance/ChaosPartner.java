package id.sakelar.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.sakelar.acceptance.ChaosPost.Meaning;
import id.sakelar.acceptance.ChaosTold.Told;
import id.sakelar.acceptance.ChaosTold.Verdict;
import id.sakelar.money.Rupiah;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import id.sakelar.wire.digiswitch.Account;
import id.sakelar.wire.digiswitch.Answer;
import id.sakelar.wire.digiswitch.BalanceQuestion;
import id.sakelar.wire.digiswitch.Digiswitch;
import id.sakelar.wire.digiswitch.Reply;
import id.sakelar.wire.digiswitch.ResponseCode;
import id.sakelar.wire.digiswitch.Spelling;
import id.sakelar.wire.digiswitch.Transaction;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// A partner at its end of the wire. Thread-safe.
///
/// @param account whose username is the partner's id, too
record ChaosPartner(Account account, Rupiah opening, ChaosPost post) {
  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
  private static final Digiswitch WORDS = Digiswitch.in(Spelling.DIGISWITCH);

  String id() {
    return account.username();
  }

  /// Asks once.
  ///
  /// @return the answer; empty if there was none
  Optional<Told> ask(Transaction question, Duration patience) throws InterruptedException {
    return post.ask(
        WORDS.transaction().path(), JSON, text(write(question)), patience, ChaosPartner::meaning);
  }

  /// What it means to be told so.
  static Meaning meaning(String body) {
    var rc = rc(body);
    return new Meaning(verdict(rc), rc, body);
  }

  /// What the partner is told of its deposit.
  Rupiah balance() throws IOException, InterruptedException, Garbled {
    var words = WORDS.balance();
    var question = words.question().write(BalanceQuestion.by(account));
    var body = post.send(words.path(), JSON, text(question), Duration.ofSeconds(10));
    return switch (words.answer().read(Message.json(body))) {
      case Reply.Answered<Rupiah>(Rupiah balance) -> balance;
      case Reply.Refused<Rupiah>(String rc, _, _) -> throw new IOException("refused as " + rc);
    };
  }

  private static Message write(Transaction question) {
    return WORDS.transaction().question().write(question);
  }

  private static String text(Message message) {
    return new String(message.body(), UTF_8);
  }

  /// The answer that stands in `body`, if one does.
  static Optional<Answer> answer(String body) {
    try {
      return WORDS.transaction().answer().read(Message.json(body))
              instanceof Reply.Answered<Answer>(Answer answer)
          ? Optional.of(answer)
          : Optional.empty();
    } catch (Garbled _) {
      return Optional.empty();
    }
  }

  private static String rc(String body) {
    return answer(body).map(it -> it.verdict().rc()).orElse("");
  }

  private static Verdict verdict(String rc) {
    return ResponseCode.of(rc).map(ChaosPartner::verdict).orElse(Verdict.SENSELESS);
  }

  private static Verdict verdict(ResponseCode code) {
    return switch (code.status()) {
      case SUCCESS -> Verdict.YES;
      case PENDING -> Verdict.OPEN;
      case FAILURE -> isFormed(code) ? Verdict.NO : unformed(code);
    };
  }

  /// Since every question is a good one, "nothing was formed" is said of trouble of our own, of a
  /// biller that is closed, or of an early status.
  private static Verdict unformed(ResponseCode code) {
    return switch (code) {
      case NOT_FOUND, SELLER_DISTURBED, PRODUCT -> Verdict.NOT_FORMED;
      default -> Verdict.SENSELESS;
    };
  }

  /// The list says that a transaction is formed that was not found.
  private static boolean isFormed(ResponseCode code) {
    return code.formed() && code != ResponseCode.NOT_FOUND;
  }

  @Override
  public String toString() {
    return "ChaosPartner[" + account + "]";
  }
}
