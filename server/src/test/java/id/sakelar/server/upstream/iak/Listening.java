package id.sakelar.server.upstream.iak;

import static id.sakelar.server.upstream.iak.Pretence.ACCOUNT;

import id.sakelar.http.Budget;
import id.sakelar.http.Caller;
import id.sakelar.server.upstream.FakeBiller;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import id.sakelar.wire.iak.Format;
import id.sakelar.wire.iak.Iak;
import id.sakelar.wire.iak.Question;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A connector and a biller at the other end of its line.
abstract class Listening {
  final Format format;
  final Pretence pretence;
  FakeBiller fake;
  IakBiller biller;
  private Caller caller;

  Listening(Format format) {
    this.format = format;
    this.pretence = new Pretence(format);
  }

  @BeforeEach
  final void open() {
    fake = FakeBiller.at(Iak.in(format).bill().path());
    var budget = Budget.of(Duration.ofSeconds(20), Duration.ofSeconds(60));
    caller = new Caller(fake.address(), budget);
    biller = new IakBiller(caller, ACCOUNT, format);
  }

  @AfterEach
  final void close() {
    caller.close();
    fake.close();
  }

  /// The question that was asked, as the biller reads it.
  final Question heard() throws Garbled {
    var body = fake.read().body();
    return Iak.in(format).bill().question().read(new Message(body.mediaType(), body.bytes()));
  }
}
