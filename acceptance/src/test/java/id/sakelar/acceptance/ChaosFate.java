package id.sakelar.acceptance;

import id.sakelar.acceptance.ChaosTold.Told;
import java.time.Instant;

/// What has become of a reference, as the switch's own database says when it is over.
interface ChaosFate {
  Instant openedAt();

  boolean succeeded();

  boolean failed();

  /// Whether a yes says the same.
  boolean says(Told yes);
}
