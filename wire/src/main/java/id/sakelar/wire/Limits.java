package id.sakelar.wire;

/// How large a message may be before nobody looks at it. Immutable.
///
/// @param bodyBytes the longest body, in bytes
/// @param depth the deepest nesting of objects and lists; the outermost object is 1
/// @param textChars the longest text or field name, in UTF-16 units
/// @param numberChars the longest number, in characters as written
/// @param keys the most fields in one object
public record Limits(int bodyBytes, int depth, int textChars, int numberChars, int keys) {
  /// What partners may send us.
  public static final Limits QUESTION = new Limits(32 * 1024, 8, 512, 20, 64);

  /// What billers may answer us.
  public static final Limits ANSWER = new Limits(256 * 1024, 8, 4096, 20, 64);

  public Limits {
    if (bodyBytes < 1 || depth < 1 || textChars < 1 || numberChars < 1 || keys < 1) {
      throw new IllegalArgumentException("limits are positive");
    }
  }

  /// The same limits for bodies of up to `bytes` bytes.
  public Limits withBodyBytes(int bytes) {
    return new Limits(bytes, depth, textChars, numberChars, keys);
  }
}
