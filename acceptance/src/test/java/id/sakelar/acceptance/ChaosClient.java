package id.sakelar.acceptance;

import id.sakelar.acceptance.ChaosTold.Told;
import id.sakelar.acceptance.ChaosTold.Verdict;
import id.sakelar.wire.digiswitch.Command;
import id.sakelar.wire.digiswitch.Transaction;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/// Pays one bill the way real clients do: asks for it or pays it unseen, gets impatient, sends the
/// same again or asks how it stands when it hears nothing or "pending", and now and then sends it
/// twice at once. For one thread.
///
/// @param reference the partner's own
/// @param customer whose bill it is
/// @param chance nobody else draws from it
record ChaosClient(
    ChaosPartner partner,
    String reference,
    String customer,
    Random chance,
    ChaosTold told,
    AtomicInteger repeats,
    ChaosEnd end) {
  private static final Duration PATIENCE = Duration.ofSeconds(6);
  private static final Duration IMPATIENCE = Duration.ofMillis(300);

  /// Goes on until it is told yes or no, or the end has come.
  ///
  /// @return whether it was told
  boolean pay() throws InterruptedException {
    if (chance.nextBoolean()) {
      inquire();
    }
    Optional<Told> last = payOnce();
    while (!last.map(Told::isFinal).orElse(false)) {
      if (end.within(Duration.ofMillis(200 + chance.nextInt(800)))) {
        return false;
      }
      last = chance.nextInt(3) == 0 ? ask() : payAgain();
    }
    if (chance.nextInt(5) == 0) {
      payAgain();
    }
    return true;
  }

  /// Asks how it stands.
  Optional<Told> ask() throws InterruptedException {
    return hear(Command.STATUS, PATIENCE);
  }

  /// The signature of all its questions.
  String sign() {
    return question(Command.PAYMENT).sign();
  }

  private void inquire() throws InterruptedException {
    var found = partner.ask(question(Command.INQUIRY), PATIENCE);
    while (found.isEmpty() || found.get().verdict() != Verdict.YES) {
      if (end.within(Duration.ofMillis(200 + chance.nextInt(300)))) {
        return;
      }
      found = partner.ask(question(Command.INQUIRY), PATIENCE);
    }
  }

  private Optional<Told> payAgain() throws InterruptedException {
    repeats.incrementAndGet();
    return payOnce();
  }

  private Optional<Told> payOnce() throws InterruptedException {
    var patience = chance.nextInt(10) == 0 ? IMPATIENCE : PATIENCE;
    if (chance.nextInt(10) > 0) {
      return hear(Command.PAYMENT, patience);
    }
    repeats.incrementAndGet();
    var twin = Thread.ofVirtual().start(this::payBeside);
    var heard = hear(Command.PAYMENT, patience);
    twin.join();
    return heard;
  }

  private void payBeside() {
    try {
      hear(Command.PAYMENT, PATIENCE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Told> hear(Command command, Duration patience) throws InterruptedException {
    var heard = partner.ask(question(command), patience);
    heard.ifPresent(it -> told.add(reference, it));
    return heard;
  }

  private Transaction question(Command command) {
    return Transaction.by(partner.account(), command, "pln", customer, reference);
  }
}
