package id.sakelar.server.banking;

import java.util.Locale;

/// The natural key of a transfer: who wants it, what for, and under which reference. It means one
/// transfer for ever. Immutable.
///
/// @param owner an agent's partner id, or `switcher:` and the name of a caller;
///   `[a-z0-9:._-]{1,60}`
/// @param reference `[A-Za-z0-9._:-]{1,64}`
public record TransferId(String owner, Operation operation, String reference) {
  public TransferId {
    if (!owner.matches("[a-z0-9:._-]{1,60}")) {
      throw new IllegalArgumentException("an owner is 1 to 60 of a-z 0-9 : . _ -");
    }
    if (!reference.matches("[A-Za-z0-9._:-]{1,64}")) {
      throw new IllegalArgumentException("a reference is 1 to 64 of A-Z a-z 0-9 . _ : -");
    }
  }

  /// The subject under which the ledger books the transfer.
  public String subject() {
    return "transfer/%s/%s/%s"
        .formatted(owner, operation.name().toLowerCase(Locale.ROOT), reference);
  }

  @Override
  public String toString() {
    return subject();
  }
}
