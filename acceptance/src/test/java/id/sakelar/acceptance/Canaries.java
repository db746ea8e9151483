package id.sakelar.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Secrets that no answer and no line of the log may hold, whatever happens. Thread-safe.
final class Canaries {
  static final String WEBHOOK_SECRET = "secret-of-the-webhook";

  /// Every signature is 32 hexadecimal digits, and nothing else that is logged or answered is.
  private static final Pattern SIGNATURE =
      Pattern.compile("(?<![0-9a-zA-Z])[0-9a-fA-F]{32}(?!\\w)");

  private final Set<String> secrets = ConcurrentHashMap.newKeySet();
  private final Set<Pattern> pins = ConcurrentHashMap.newKeySet();

  Canaries() {
    for (Client client : List.of(Client.ONE, Client.OTHER, Client.POOR)) {
      secrets.add(client.key());
    }
    secrets.addAll(List.of("dummy123", "dummy456", "poor123", "xxx123"));
    secrets.addAll(List.of("T6jkl4ss", "T6jkl4s1", "A31jKb99"));
    watchForPin("359569");
    watchForPin("112233");
    secrets.add("sakelar-at-the-simulated-biller");
    secrets.add(WEBHOOK_SECRET);
  }

  /// Has another text looked out for.
  void watchFor(String secret) {
    secrets.add(secret);
  }

  /// Has six digits looked out for. Moments and numbers made of them may hold them by chance, among
  /// more digits.
  void watchForPin(String pin) {
    pins.add(Pattern.compile("(?<![0-9])" + pin + "(?![0-9])"));
  }

  /// Whether a text holds a key, a password or a PIN. A signature is not looked for: references of
  /// banks look the same.
  boolean isLeaked(String text) {
    return secrets.stream().anyMatch(text::contains)
        || pins.stream().anyMatch(pin -> pin.matcher(text).find());
  }

  /// What was leaked in these texts; empty if nothing was.
  List<String> leaks(Iterable<String> texts) {
    var leaks = new ArrayList<String>();
    for (String text : texts) {
      if (SIGNATURE.matcher(text).find() || isLeaked(text)) {
        leaks.add(text);
      }
    }
    return leaks;
  }
}
