package id.sakelar.acceptance;

import id.sakelar.acceptance.ChaosTold.Told;
import id.sakelar.acceptance.ChaosTold.Verdict;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// An agent behind a counter. Thread-safe.
record ChaosTeller(ChaosDoors doors, String session, CounterWords words) {
  /// The PIN of every customer.
  static final String CUSTOMER_PIN = "135790";

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final int TRIES = 20;

  static ChaosTeller logIn(ChaosDoors doors, String username, String password, CounterWords words)
      throws InterruptedException {
    var asked = CounterWords.written("{'username':'%s','password':'%s'}", username, password);
    var told = insist(doors, "users/auth", Map.of(), asked);
    return new ChaosTeller(doors, ChaosDoors.json(told.body()).get("session_id").asString(), words);
  }

  /// Opens savings.
  ///
  /// @return the number of the account
  String open(long deposit) throws InterruptedException {
    var asked = words.opening(deposit, CUSTOMER_PIN);
    var told = insist(doors, "bsa/openAccount", headers(""), asked);
    return ChaosDoors.json(told.body()).at("/data/account_number_customer").asString();
  }

  /// Asks again until there is a yes: nothing is killed yet, but a server that has just started on
  /// a busy machine is slow.
  private static Told insist(
      ChaosDoors doors, String path, Map<String, String> headers, String asked)
      throws InterruptedException {
    Optional<Told> told = Optional.empty();
    for (int i = 0; i < TRIES; i++) {
      told = doors.tell(path, headers, asked, PATIENCE);
      if (told.filter(it -> it.verdict() == Verdict.YES).isPresent()) {
        return told.get();
      }
    }
    throw new AssertionError("no yes, but " + told.map(Told::body));
  }

  ChaosWay deposit(String sid, String account, long amount) {
    return new Call(this, "bsa/depositAccount", sid, words.depositing(account, amount));
  }

  ChaosWay withdrawal(String sid, String account, long amount) {
    var asked = words.withdrawing(account, amount, CUSTOMER_PIN);
    return new Call(this, "bsa/withdraw", sid, asked);
  }

  ChaosWay intrabank(String sid, String account, long amount) {
    var asked = words.sendingWithin(account, amount);
    return new Call(this, "bsa/transfer/intrabank/payment", sid, asked);
  }

  ChaosWay interbank(String sid, String bank, String account, long amount) {
    return new Interbank(this, sid, CounterWords.askingFor(bank, account), amount);
  }

  private Map<String, String> headers(String sid) {
    return sid.isEmpty() ? Map.of("sessionid", session) : Map.of("sessionid", session, "sid", sid);
  }

  /// Something whose terms are known to everybody.
  private record Call(ChaosTeller teller, String path, String reference, String body)
      implements ChaosWay {
    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void inquire(Duration patience) {}

    @Override
    public Optional<Told> move(Duration patience) throws InterruptedException {
      return teller.doors().tell(path, teller.headers(reference), body, patience);
    }

    /// Asking for the same tells how it stands.
    @Override
    public Optional<Told> look(Duration patience) throws InterruptedException {
      return move(patience);
    }

    @Override
    public Set<String> secrets() {
      return Set.of(teller.session());
    }
  }

  /// A transfer to another bank, on the terms of an inquiry.
  private static final class Interbank implements ChaosWay {
    private final ChaosTeller teller;
    private final String sid;
    private final String question;
    private final long amount;
    private volatile String body = "";

    Interbank(ChaosTeller teller, String sid, String question, long amount) {
      this.teller = teller;
      this.sid = sid;
      this.question = question;
      this.amount = amount;
    }

    @Override
    public String reference() {
      return sid;
    }

    @Override
    public boolean isReady() {
      return !body.isEmpty();
    }

    @Override
    public void inquire(Duration patience) throws InterruptedException {
      teller
          .doors()
          .tell("bsa/transfer/interbank/inquiry", teller.headers(""), question, patience)
          .filter(told -> told.verdict() == Verdict.YES)
          .map(told -> ChaosDoors.json(told.body()).get("data"))
          .ifPresent(this::note);
    }

    private void note(JsonNode quote) {
      body = teller.words().sending(quote, amount);
    }

    @Override
    public Optional<Told> move(Duration patience) throws InterruptedException {
      var path = "bsa/transfer/interbank/payment";
      return teller.doors().tell(path, teller.headers(sid), body, patience);
    }

    @Override
    public Optional<Told> look(Duration patience) throws InterruptedException {
      return move(patience);
    }

    @Override
    public Set<String> secrets() {
      return Set.of(teller.session());
    }
  }

  /// Leaves the session and the PIN out.
  @Override
  public String toString() {
    return "ChaosTeller";
  }
}
