package id.sakelar.server.front;

import java.util.List;

/// What a partner of a test signs with. The sandbox has the same ones.
public record Key(String partner, String username, String key) {
  public static final Key ONE = new Key("partner-1", "your-username", "sandbox-api-key");
  public static final Key TWO = new Key("partner-2", "other-username", "other-api-key");

  /// Has Rp1.000 and no more.
  public static final Key POOR = new Key("partner-3", "poor", "poor-api-key");

  /// May ask three times a minute.
  public static final Key HASTY = new Key("partner-4", "hasty", "hasty-api-key");

  /// May call from elsewhere only.
  public static final Key DISTANT = new Key("partner-5", "distant", "distant-api-key");

  public static final Key SUSPENDED = new Key("partner-6", "suspended", "suspended-api-key");

  /// May pay Rp9.000 at a time.
  public static final Key CAUTIOUS = new Key("partner-7", "cautious", "cautious-api-key");

  /// Everybody who lives at the [Premises].
  public static final List<Key> ALL = List.of(ONE, TWO, POOR, HASTY, DISTANT, SUSPENDED, CAUTIOUS);

  public Key withKey(String other) {
    return new Key(partner, username, other);
  }
}
