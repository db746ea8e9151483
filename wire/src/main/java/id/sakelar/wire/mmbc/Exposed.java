package id.sakelar.wire.mmbc;

/// A username or a password came in the query, where every log on the way keeps it. The question is
/// refused whatever else it holds, and the credential is to be changed.
///
/// Checked, because it is to be answered otherwise than [id.sakelar.wire.Garbled], and noted.
public final class Exposed extends Exception {
  private static final long serialVersionUID = 1L;

  Exposed() {
    super("a credential came in the query", null, false, false);
  }
}
