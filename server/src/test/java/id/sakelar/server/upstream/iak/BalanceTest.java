package id.sakelar.server.upstream.iak;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.http.Budget;
import id.sakelar.http.Caller;
import id.sakelar.money.Rupiah;
import id.sakelar.server.upstream.BrokenLine;
import id.sakelar.server.upstream.FakeBiller;
import id.sakelar.wire.iak.Format;
import id.sakelar.wire.iak.Iak;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an IAK biller says that we have left there.
class BalanceTest {
  private static final Budget PATIENT = Budget.of(Duration.ofSeconds(20), Duration.ofSeconds(60));

  private static Optional<Rupiah> ask(URI address) {
    try (var caller = new Caller(address, PATIENT)) {
      return new IakBiller(caller, Pretence.ACCOUNT, Format.JSON).balance();
    }
  }

  private static FakeBiller biller() {
    return FakeBiller.at(Iak.BALANCE.path());
  }

  @Test
  void the_deposit_is_asked_for_once() {
    try (var fake = biller()) {
      fake.says(200, "{\"data\":{\"balance\":5000000,\"message\":\"SUCCESS\",\"rc\":\"00\"}}");

      assertThat(ask(fake.address())).contains(Rupiah.of(5_000_000));
      assertThat(fake.unread()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "500 | {\"data\":{\"balance\":5000000,\"message\":\"SUCCESS\",\"rc\":\"00\"}}",
        "200 | {\"data\":{\"balance\":5000000,\"message\":\"WHO\",\"rc\":\"102\"}}",
        "200 | {\"data\":{\"message\":\"SUCCESS\",\"rc\":\"00\"}}",
        "200 | <html>"
      })
  void what_is_no_deposit_is_none(int status, String body) {
    try (var fake = biller()) {
      fake.says(status, body);

      assertThat(ask(fake.address())).isEmpty();
    }
  }

  @Test
  void who_cannot_be_reached_says_nothing() throws IOException {
    assertThat(ask(BrokenLine.nowhere())).isEmpty();
  }
}
