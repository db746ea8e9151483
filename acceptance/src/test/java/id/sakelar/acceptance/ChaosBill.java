package id.sakelar.acceptance;

import id.sakelar.acceptance.ChaosTold.Told;
import id.sakelar.acceptance.ChaosTold.Verdict;
import id.sakelar.wire.digiswitch.Command;
import id.sakelar.wire.digiswitch.Transaction;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// A bill to be paid, which may be asked for before.
final class ChaosBill implements ChaosWay {
  private final ChaosPartner partner;
  private final String reference;
  private final String code;
  private final String customer;
  private volatile boolean ready;

  /// @param reference the partner's own
  /// @param code what kind of bill it is
  /// @param customer whose
  /// @param unseen whether it is paid without being asked for
  ChaosBill(ChaosPartner partner, String reference, String code, String customer, boolean unseen) {
    this.partner = partner;
    this.reference = reference;
    this.code = code;
    this.customer = customer;
    this.ready = unseen;
  }

  @Override
  public String reference() {
    return reference;
  }

  @Override
  public boolean isReady() {
    return ready;
  }

  @Override
  public void inquire(Duration patience) throws InterruptedException {
    var found = partner.ask(question(Command.INQUIRY), patience);
    ready = found.filter(it -> it.verdict() == Verdict.YES).isPresent();
  }

  @Override
  public Optional<Told> move(Duration patience) throws InterruptedException {
    return partner.ask(question(Command.PAYMENT), patience);
  }

  @Override
  public Optional<Told> look(Duration patience) throws InterruptedException {
    return partner.ask(question(Command.STATUS), patience);
  }

  /// The signature of all its questions, and whose bill it is.
  @Override
  public Set<String> secrets() {
    return Set.of(question(Command.PAYMENT).sign(), customer);
  }

  private Transaction question(Command command) {
    return Transaction.by(partner.account(), command, code, customer, reference);
  }
}
