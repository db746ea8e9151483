package id.sakelar.server.partner;

import java.util.HexFormat;

/// Names for what must be found again and not be stored, such as card numbers. The same words have
/// the same name for ever, and without the key, which is sealed in the database, nobody can tell
/// the words of a name by trying all there are. Immutable and thread-safe.
public final class Pseudonyms {
  private static final String KEY = "pseudonyms";

  private final KeyedHash hash;

  private Pseudonyms(KeyedHash hash) {
    this.hash = hash;
  }

  /// Opens the key, and makes it where there is none yet; processes that start at once have one
  /// key.
  ///
  /// @throws IllegalStateException if the one that is there does not open with this key file
  public static Pseudonyms open(SealedKeyStore keys) {
    return new Pseudonyms(new KeyedHash(HexFormat.of().parseHex(keys.open(KEY).reveal())));
  }

  /// The name of these words, in this order: HMAC-SHA-256 over the words joined with NUL, in 64
  /// hexadecimal digits.
  ///
  /// @throws IllegalArgumentException if a word has a NUL in it
  public String of(String... words) {
    for (String word : words) {
      if (word.indexOf('\0') >= 0) {
        throw new IllegalArgumentException("a word of a pseudonym has no NUL in it");
      }
    }
    return hash.of(words);
  }
}
