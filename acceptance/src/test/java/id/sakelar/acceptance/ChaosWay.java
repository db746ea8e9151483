package id.sakelar.acceptance;

import id.sakelar.acceptance.ChaosTold.Told;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// How one client asks for the one thing it wants. Asked by one thread until it is ready, and by
/// any from then on.
interface ChaosWay {
  /// The client's own name for what it wants.
  String reference();

  /// Whether it can be asked for yet.
  boolean isReady();

  /// Asks once for what has to be known before.
  void inquire(Duration patience) throws InterruptedException;

  /// Asks for it once.
  ///
  /// @return empty if there was no answer
  Optional<Told> move(Duration patience) throws InterruptedException;

  /// Asks once how it stands.
  ///
  /// @return empty if there was no answer
  Optional<Told> look(Duration patience) throws InterruptedException;

  /// What the client wants next.
  ///
  /// @param yes what it was told
  default Optional<ChaosWay> afterwards(Told yes, Random chance) {
    return Optional.empty();
  }

  /// What no log may hold.
  Set<String> secrets();
}
