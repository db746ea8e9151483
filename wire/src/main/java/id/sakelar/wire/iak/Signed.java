package id.sakelar.wire.iak;

/// What names its caller and is signed. Nothing signed prints its signature.
public sealed interface Signed permits Question, BalanceQuestion {
  String username();

  String sign();

  /// The text the signature covers.
  String signedText();

  /// Whether `account` has signed this. For an unknown username, ask with an account that is
  /// nobody's, so that the answer takes as long.
  default boolean isSignedBy(Account account) {
    boolean ours = username().equals(account.username());
    boolean signed = Signature.isOf(account, signedText(), sign());
    return ours && signed;
  }
}
