package id.sakelar.acceptance;

import id.sakelar.acceptance.ChaosTold.Told;
import id.sakelar.acceptance.ChaosTold.Verdict;
import id.sakelar.server.banking.End;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// A caller of the switcher. Thread-safe.
record ChaosCaller(ChaosDoors doors) {
  /// A transfer, which its caller may have sent back afterwards.
  ChaosWay transfer(End source, End target, long amount) {
    return new Transfer(doors, Switched.freshRefnum(), source, target, amount);
  }

  /// What the bank's answer to an order says of it: the journal, whatever was asked.
  private static Told ofJournal(Told told) {
    var journal = ChaosDoors.json(told.body()).at("/data/journal").asString("");
    return new Told(told.asked(), told.told(), told.verdict(), told.rc(), journal);
  }

  private static Optional<Told> check(ChaosDoors doors, String refnum, Duration patience)
      throws InterruptedException {
    return doors.order("/check", Switched.checking(refnum), patience).map(ChaosCaller::ofJournal);
  }

  private static final class Transfer implements ChaosWay {
    private final ChaosDoors doors;
    private final String refnum;
    private final End source;
    private final End target;
    private final long amount;
    private volatile String code = "";

    Transfer(ChaosDoors doors, String refnum, End source, End target, long amount) {
      this.doors = doors;
      this.refnum = refnum;
      this.source = source;
      this.target = target;
      this.amount = amount;
    }

    @Override
    public String reference() {
      return refnum;
    }

    @Override
    public boolean isReady() {
      return !code.isEmpty();
    }

    @Override
    public void inquire(Duration patience) throws InterruptedException {
      doors
          .order("/inquiry", Switched.inquiring(target.bank(), target.account()), patience)
          .filter(told -> told.verdict() == Verdict.YES)
          .ifPresent(
              told -> code = ChaosDoors.json(told.body()).at("/data/paymentCode").asString());
    }

    @Override
    public Optional<Told> move(Duration patience) throws InterruptedException {
      var asked = Switched.transferring(refnum, code, source.bank(), source.account(), amount);
      return doors.order("/transfer", asked, patience).map(ChaosCaller::ofJournal);
    }

    @Override
    public Optional<Told> look(Duration patience) throws InterruptedException {
      return check(doors, refnum, patience);
    }

    /// Half of the callers change their minds.
    @Override
    public Optional<ChaosWay> afterwards(Told yes, Random chance) {
      return chance.nextBoolean()
          ? Optional.of(new Reversal(doors, Switched.freshRefnum(), refnum, yes.body()))
          : Optional.empty();
    }

    @Override
    public Set<String> secrets() {
      return code.isEmpty() ? Set.of() : Set.of(code);
    }
  }

  private record Reversal(ChaosDoors doors, String reference, String target, String journal)
      implements ChaosWay {
    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void inquire(Duration patience) {}

    @Override
    public Optional<Told> move(Duration patience) throws InterruptedException {
      var asked = Switched.reversing(reference, target, journal);
      return doors.order("/reversal", asked, patience).map(ChaosCaller::ofJournal);
    }

    @Override
    public Optional<Told> look(Duration patience) throws InterruptedException {
      return check(doors, reference, patience);
    }

    @Override
    public Set<String> secrets() {
      return Set.of();
    }
  }
}
