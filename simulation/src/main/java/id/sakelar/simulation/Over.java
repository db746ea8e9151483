package id.sakelar.simulation;

import java.io.Serial;

/// Thrown where a simulated thread stands when its process dies, or the whole world ends. An error,
/// so that nothing in the switch takes it for trouble of its own.
final class Over extends Error {
  @Serial private static final long serialVersionUID = 1;

  Over() {
    super("over", null, false, false);
  }
}
