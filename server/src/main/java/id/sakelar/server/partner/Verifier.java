package id.sakelar.server.partner;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.security.SecureRandom;

/// What a password is checked against: Argon2id with 19 MiB, two passes and one lane, in its usual
/// encoded form. A verifier is stored in the place of a key; the password is stored nowhere.
public final class Verifier {
  /// Checked where there is no other, so that it takes as long. No password is known to open it.
  static final Secret NOBODYS =
      new Secret(
          "$argon2id$v=19$m=19456,t=2,p=1$bm8gcGFydG5lciBoYXMgaXQ"
              + "$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

  private static final String FORM = "$argon2id$v=19$m=19456,t=2,p=1$";
  private static final int LONGEST_PASSWORD = 128;
  private static final Argon2Function ARGON =
      Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

  private Verifier() {}

  /// The verifier of a password, another each time.
  ///
  /// @param chance where the salt comes from
  /// @throws IllegalArgumentException unless the password has 1 to 128 characters and none of them
  ///   is a control character
  public static Secret of(Secret password, SecureRandom chance) {
    if (!isPossible(password)) {
      throw new IllegalArgumentException(
          "a password has 1 to 128 characters, and no control characters");
    }
    var salt = new byte[16];
    chance.nextBytes(salt);
    return new Secret(ARGON.hash(password.reveal().getBytes(UTF_8), salt).getResult());
  }

  /// Whether a partner can have this password at all.
  static boolean isPossible(Secret password) {
    var text = password.reveal();
    return !text.isEmpty()
        && text.length() <= LONGEST_PASSWORD
        && text.chars().noneMatch(Character::isISOControl);
  }

  /// Whether it is the verifier of this password. Takes the same work for every verifier, and as
  /// long for something that is none.
  static boolean opens(Secret password, Secret verifier) {
    boolean readable = verifier.reveal().startsWith(FORM);
    var against = readable ? verifier : NOBODYS;
    boolean same = ARGON.check(password.reveal().getBytes(UTF_8), against.reveal().getBytes(UTF_8));
    return same && readable;
  }
}
