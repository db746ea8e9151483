package id.sakelar.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/// A partner of the sandbox as its own programmer sees it: signs with MD5 and writes JSON by hand.
/// Uses nothing of the product.
record Client(String username, String key) {
  static final Client ONE = new Client("your-username", "sandbox-api-key");
  static final Client OTHER = new Client("other-username", "other-api-key");
  static final Client POOR = new Client("poor", "poor-api-key");

  static final String TRANSACTION = "/v1/user/api/transaction";
  static final String BALANCE = "/v1/user/api/cek-saldo";

  /// The signature under a reference or another text.
  String sign(String text) {
    try {
      byte[] bytes = (username + key + text).getBytes(UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /// A question for a bill in the words of Digiswitch.
  ///
  /// @param command `inq`, `pay` or `status`
  String asks(String command, String code, String customer, String reference) {
    return String.format(
        Locale.ROOT,
        """
        {"command":"%s-pasca","username":"%s","code":"%s","customer_no":"%s","ref_id":"%s",\
        "sign":"%s"}""",
        command,
        username,
        code,
        customer,
        reference,
        sign(reference));
  }

  /// A question for the deposit.
  String asksBalance() {
    return String.format(
        Locale.ROOT, "{\"username\":\"%s\",\"sign\":\"%s\"}", username, sign("depo"));
  }

  @Override
  public String toString() {
    return username;
  }
}
