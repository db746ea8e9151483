package id.sakelar.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// A partner at its end of the wire. Thread-safe.
///
/// @param account whose username is the partner's id, too
record ChaosPartner(Account account, Rupiah opening, int port, HttpClient http) {
  private static final Digiswitch WORDS = Digiswitch.in(Spelling.DIGISWITCH);
  private static final InstantSource CLOCK = InstantSource.system();

  static ChaosPartner of(Account account, Rupiah opening, int port) {
    var http =
        HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    return new ChaosPartner(account, opening, port, http);
  }

  String id() {
    return account.username();
  }

  /// Asks once.
  ///
  /// @return the answer; empty if there was none
  Optional<Told> ask(Transaction question, Duration patience) throws InterruptedException {
    var asked = CLOCK.instant();
    try {
      var body = send(WORDS.transaction().path(), write(question), patience);
      var rc = rc(body);
      return Optional.of(new Told(asked, CLOCK.instant(), verdict(rc), rc, body));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// What the partner is told of its deposit.
  Rupiah balance() throws IOException, InterruptedException, Garbled {
    var words = WORDS.balance();
    var question = words.question().write(BalanceQuestion.by(account));
    var body = send(words.path(), question, Duration.ofSeconds(10));
    return switch (words.answer().read(Message.json(body))) {
      case Reply.Answered<Rupiah>(Rupiah balance) -> balance;
      case Reply.Refused<Rupiah>(String rc, _, _) -> throw new IOException("refused as " + rc);
    };
  }

  private static Message write(Transaction question) {
    return WORDS.transaction().question().write(question);
  }

  private String send(String path, Message message, Duration patience)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Content-Type", message.mediaType())
            .timeout(patience)
            .POST(BodyPublishers.ofByteArray(message.body()))
            .build();
    return http.send(request, BodyHandlers.ofString(UTF_8)).body();
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

  /// Since every question is a good one, "nothing was formed" is said of trouble of our own or of
  /// an early status.
  private static Verdict unformed(ResponseCode code) {
    return code == ResponseCode.NOT_FOUND || code == ResponseCode.SELLER_DISTURBED
        ? Verdict.NOT_FORMED
        : Verdict.SENSELESS;
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
