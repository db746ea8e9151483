package id.sakelar.ledger;

import java.util.regex.Pattern;

/// The name of an account, such as `partner:warung-sri` or `in-flight`. Immutable.
///
/// @param name one to a hundred of `a-z 0-9 . _ : -`, the first a letter
public record AccountId(String name) implements Comparable<AccountId> {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._:-]{0,99}");

  public AccountId {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a name of an account: '" + name + "'");
    }
  }

  /// Byte by byte, as the database orders them.
  @Override
  public int compareTo(AccountId other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
