package id.sakelar.simulator.bankplus;

import id.sakelar.money.Rupiah;
import id.sakelar.simulator.Records;
import id.sakelar.simulator.Scribe;
import id.sakelar.wire.Codec;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Limits;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// What a bank has moved, for good: decided one after the other, on disk before anybody is told,
/// and gone through again at the next start, from which the balances follow. Safe for many threads.
final class Vault implements Records, Closeable {
  private static final Codec<Move> MOVES = Codec.json(Limits.QUESTION, Move::read, Move::spelled);
  private static final int FIRST_JOURNAL = 1001;

  private final Accounts accounts;
  private final Map<String, CompletableFuture<Move>> byRefnum = new HashMap<>();
  private final Map<String, Move> reversals = new HashMap<>();
  private final List<Move> written = new ArrayList<>();
  private final Scribe<Move> scribe;
  private int lastJournal = FIRST_JOURNAL - 1;

  /// The bank's book in `file`, which need not exist.
  ///
  /// @throws IOException if it is damaged, or open elsewhere
  /// @throws IllegalArgumentException if it has moves of accounts that are not there
  Vault(Path file, Accounts accounts) throws IOException {
    this.accounts = accounts;
    this.scribe = Scribe.open(file, MOVES, this::remember, this::keep);
  }

  /// What is to be moved, once everybody else has been dealt with.
  @FunctionalInterface
  interface Decision {
    /// Decides now; nothing else is decided meanwhile.
    ///
    /// @param journal the number of the booking
    /// @return a move whose ends are accounts and not short of money
    Move decide(int journal) throws Refusal;
  }

  /// Moves money for good, unless something was moved under that refnum.
  ///
  /// @return what was moved under it, on disk
  /// @throws IllegalStateException if the book is closed or cannot be written
  Move move(String refnum, Decision decision) throws Refusal {
    return join(taken(refnum, decision));
  }

  /// What was moved under a refnum, once it is on disk.
  Optional<Move> find(String refnum) {
    return findTaken(refnum).map(Vault::join);
  }

  /// What reversed the transfer of a refnum, booked or about to be.
  synchronized Optional<Move> findReversal(String refnum) {
    return Optional.ofNullable(reversals.get(refnum));
  }

  synchronized Optional<Account> findAccount(String number) {
    return accounts.find(number);
  }

  /// @throws IllegalArgumentException if there is no such account
  synchronized Rupiah balance(String number) {
    return accounts.balance(number);
  }

  /// Refuses what cannot be moved; to be asked by a [Decision].
  synchronized void check(String source, String target, Rupiah amount) throws Refusal {
    accounts.check(source, target, amount);
  }

  List<Move> listAfter(int after, int limit) {
    synchronized (written) {
      int start = Math.min(after, written.size());
      return List.copyOf(written.subList(start, start + Math.min(limit, written.size() - start)));
    }
  }

  @Override
  public int count() {
    synchronized (written) {
      return written.size();
    }
  }

  /// Nothing: no money leaves a bank or comes to it.
  @Override
  public Draft sum(Draft line, Instant now) {
    return line;
  }

  @Override
  public List<Draft> tellAfter(int after, int limit, Instant now) {
    return listAfter(after, limit).stream()
        .map(it -> it.told().text("state", state(it.refnum())))
        .toList();
  }

  @Override
  public void close() throws IOException {
    scribe.close();
  }

  private String state(String refnum) {
    return findReversal(refnum).isPresent() ? "reversed" : "booked";
  }

  private synchronized CompletableFuture<Move> taken(String refnum, Decision decision)
      throws Refusal {
    var former = byRefnum.get(refnum);
    if (former != null) {
      return former;
    }
    var move = decision.decide(lastJournal + 1);
    var future = new CompletableFuture<Move>();
    scribe.write(move, future);
    book(move, future);
    return future;
  }

  private synchronized Optional<CompletableFuture<Move>> findTaken(String refnum) {
    return Optional.ofNullable(byRefnum.get(refnum));
  }

  private static Move join(CompletableFuture<Move> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw new IllegalStateException("the book cannot be written", e);
    }
  }

  private void book(Move move, CompletableFuture<Move> future) {
    accounts.move(move.source(), move.target(), move.amount());
    byRefnum.put(move.refnum(), future);
    move.reverses().ifPresent(it -> reversals.put(it, move));
    lastJournal = move.journal();
  }

  private synchronized void remember(Move move) {
    book(move, CompletableFuture.completedFuture(move));
    keep(move);
  }

  private void keep(Move move) {
    synchronized (written) {
      written.add(move);
    }
  }
}
