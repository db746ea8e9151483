package id.sakelar.server;

import id.sakelar.server.partner.Secret;
import id.sakelar.server.partner.Verifier;
import java.security.SecureRandom;

/// A new key or password.
///
/// @param shown as its owner gets it, once
/// @param kept as it is stored
record Issued(Secret shown, Secret kept) {
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

  /// Forty letters and digits: over 230 bits.
  static Issued key() {
    var key = random(40, new SecureRandom());
    return new Issued(key, key);
  }

  /// Twenty-two letters and digits: over 128 bits.
  static Issued password() {
    var chance = new SecureRandom();
    var password = random(22, chance);
    return new Issued(password, Verifier.of(password, chance));
  }

  private static Secret random(int letters, SecureRandom chance) {
    var secret = new StringBuilder();
    for (int i = 0; i < letters; i++) {
      secret.append(LETTERS.charAt(chance.nextInt(LETTERS.length())));
    }
    return new Secret(secret.toString());
  }
}
