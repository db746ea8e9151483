package id.sakelar.simulator.bankplus;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.random.RandomGenerator;

/// Payment codes: each stands for one account, for a quarter of an hour. Forgets the oldest when
/// there are too many, and all with the process. Safe for many threads.
final class Codes {
  private static final Duration LIFE = Duration.ofMinutes(15);
  private static final int MOST = 50_000;
  private static final int BYTES = 16;

  private final LinkedHashMap<String, Code> codes = new LinkedHashMap<>();
  private final RandomGenerator random;

  private record Code(String account, Instant end) {}

  Codes(RandomGenerator random) {
    this.random = random;
  }

  /// A new code of 32 hexadecimal digits.
  synchronized String give(String account, Instant now) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String code = HexFormat.of().formatHex(bytes);
    codes.putLast(code, new Code(account, now.plus(LIFE)));
    if (codes.size() > MOST) {
      codes.pollFirstEntry();
    }
    return code;
  }

  /// The account of a code that is good at `now`; empty if it is not.
  synchronized String account(String code, Instant now) {
    var found = codes.get(code);
    return found == null || !now.isBefore(found.end()) ? "" : found.account();
  }

  synchronized void use(String code) {
    codes.remove(code);
  }
}
