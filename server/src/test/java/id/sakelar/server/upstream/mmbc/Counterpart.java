package id.sakelar.server.upstream.mmbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.sakelar.http.Budget;
import id.sakelar.http.Caller;
import id.sakelar.server.upstream.FakeBiller;
import java.time.Duration;

/// A pretended MMBC server and the connector that asks it.
final class Counterpart implements AutoCloseable {
  private final FakeBiller fake;
  private final Caller caller;

  Counterpart(String path) {
    fake = FakeBiller.at(path);
    caller = new Caller(fake.address(), Budget.of(Duration.ofSeconds(20), Duration.ofSeconds(60)));
  }

  MmbcBiller biller() {
    return new MmbcBiller(caller, PretendedCard.LOGIN);
  }

  Counterpart says(String body) {
    fake.says(200, body);
    return this;
  }

  /// The next question nobody has looked at, `what?form`.
  String heard() {
    var call = fake.read();
    return call.parameters().get("question") + "?" + new String(call.body().bytes(), UTF_8);
  }

  boolean hasHeardNothing() {
    return fake.unread() == 0;
  }

  @Override
  public void close() {
    caller.close();
    fake.close();
  }
}
