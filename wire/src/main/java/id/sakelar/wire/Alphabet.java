package id.sakelar.wire;

/// The characters a word may be made of, where it ends up in a signature, a key or a log: 1 to 64
/// characters of ASCII, letters and digits and what each alphabet adds.
public enum Alphabet {
  /// References and product codes: `^[A-Za-z0-9._:-]{1,64}$`.
  REFERENCE("._:-"),

  /// Customer numbers: also what joins their parts, `^[A-Za-z0-9._:,/|@+ -]{1,64}$`.
  CUSTOMER("._:-,/|@+ ");

  private static final int LONGEST = 64;

  private final String others;

  Alphabet(String others) {
    this.others = others;
  }

  /// Whether every character of `word` is in this alphabet, and there are 1 to 64.
  public boolean holds(String word) {
    return !word.isEmpty() && word.length() <= LONGEST && word.chars().allMatch(this::has);
  }

  private boolean has(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || others.indexOf(c) >= 0;
  }
}
