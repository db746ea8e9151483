package id.sakelar.wire.iak;

/// A username and the key it signs with. Prints without the key. Immutable.
public record Account(String username, String apiKey) {
  @Override
  public String toString() {
    return "Account[" + username + "]";
  }
}
