package id.sakelar.server.upstream.digiswitch;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.http.Budget;
import id.sakelar.http.Caller;
import id.sakelar.money.Rupiah;
import id.sakelar.server.upstream.BrokenLine;
import id.sakelar.server.upstream.FakeBiller;
import id.sakelar.wire.digiswitch.Digiswitch;
import id.sakelar.wire.digiswitch.Spelling;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What a Digiswitch biller says that we have left there.
class BalanceTest {
  private static final Budget PATIENT = Budget.of(Duration.ofSeconds(20), Duration.ofSeconds(60));

  private static Optional<Rupiah> ask(URI address, Spelling spelling) {
    try (var caller = new Caller(address, PATIENT)) {
      return new DigiswitchBiller(caller, Pretence.ACCOUNT, spelling).balance();
    }
  }

  private static FakeBiller biller(Spelling spelling) {
    return FakeBiller.at(Digiswitch.in(spelling).balance().path());
  }

  @ParameterizedTest
  @EnumSource
  void the_deposit_is_asked_for_once(Spelling spelling) {
    try (var fake = biller(spelling)) {
      fake.says(200, "{\"data\":{\"deposit\":5000000}}");

      assertThat(ask(fake.address(), spelling)).contains(Rupiah.of(5_000_000));
      assertThat(fake.unread()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "503 | {\"data\":{\"deposit\":5000000}}",
        "200 | {\"data\":{\"rc\":\"41\",\"message\":\"Signature\",\"status\":\"Gagal\"}}",
        "200 | {\"data\":{}}",
        "200 | <html>"
      })
  void what_is_no_deposit_is_none(int status, String body) {
    try (var fake = biller(Spelling.DIGISWITCH)) {
      fake.says(status, body);

      assertThat(ask(fake.address(), Spelling.DIGISWITCH)).isEmpty();
    }
  }

  @Test
  void who_cannot_be_reached_says_nothing() throws IOException {
    assertThat(ask(BrokenLine.nowhere(), Spelling.DIGISWITCH)).isEmpty();
  }
}
