package id.sakelar.wire.digiswitch;

import java.util.List;

/// What a caller can ask. Every question names its caller and is signed; none prints its signature.
public sealed interface Question
    permits Transaction, BalanceQuestion, PriceListQuestion, DepositQuestion, HolderQuestion {
  String username();

  String sign();

  /// The texts any of which the signature may cover; the first is the documented one.
  List<String> signedTexts();

  /// Whether `account` has signed this question. For an unknown username, ask with an account that
  /// is nobody's, so that the answer takes as long.
  default boolean isSignedBy(Account account) {
    boolean ours = username().equals(account.username());
    boolean signed = false;
    for (String text : signedTexts()) {
      signed |= Signature.isOf(account, text, sign());
    }
    return ours && signed;
  }
}
