package id.sakelar.server.front.iak;

import static id.sakelar.server.front.iak.Visitor.account;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import id.sakelar.server.front.Key;
import id.sakelar.server.front.Premises;
import id.sakelar.server.partner.Network;
import id.sakelar.server.partner.Partner;
import id.sakelar.wire.iak.Format;
import id.sakelar.wire.iak.Inquiry;
import id.sakelar.wire.iak.Payment;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// What is said about partners and their customers stays at the counter.
class DiscretionTest {
  private static final String CUSTOMER = "530000000071";

  @Test
  void no_log_has_a_secret_a_number_or_a_name() throws Exception {
    var log = new ListAppender<ILoggingEvent>();
    log.start();
    var root = (Logger) LoggerFactory.getLogger("id.sakelar.server");
    root.addAppender(log);
    root.setLevel(Level.TRACE);
    try (var premises = Premises.open(Visitor::open)) {
      for (var format : Format.values()) {
        talk(premises, new Visitor(premises, format));
      }
    } finally {
      root.setLevel(null);
      root.detachAppender(log);
    }

    var said =
        log.list.stream().map(ILoggingEvent::getFormattedMessage).collect(Collectors.joining("\n"));
    var sign = Payment.by(account(Key.ONE), 1).sign();
    assertThat(said)
        .contains("refused as 100", "has a query")
        .doesNotContain(CUSTOMER, "Pelanggan", Key.ONE.key(), sign, "another-key");
  }

  private static void talk(Premises premises, Visitor visitor) throws Exception {
    var reference = "log-" + visitor.format();
    var number = visitor.inquired(Key.ONE, reference, CUSTOMER);
    visitor.pay(Key.ONE, number);
    visitor.status(Key.ONE, reference);
    visitor.pay(Key.ONE.withKey("another-key"), 1);
    visitor.ask(new Payment(Key.ONE.username(), 1, Payment.by(account(Key.ONE), 2).sign()));
    visitor.post(Visitor.PATH + "?sign=another-key", visitor.spelled(inquiry("no")));
    visitor.post(Visitor.PATH, "application/json", "{\"hp\": \"" + CUSTOMER + "\", \"hp\": 1}");
    fetch(premises, visitor, number);
  }

  private static Inquiry inquiry(String code) {
    return Inquiry.by(account(Key.ONE), code, CUSTOMER, "log-" + code);
  }

  private static void fetch(Premises premises, Visitor visitor, long number) throws Exception {
    var owner = premises.partnerStore().findPartner(Key.ONE.partner()).orElseThrow();
    var here = List.of(Network.parse("127.0.0.0/8"));
    premises
        .partnerStore()
        .put(new Partner(owner.id(), owner.name(), true, here, owner.limits(), owner.webhook()));
    assertThat(visitor.get("/api/v1/download/" + number + "/1").body()).contains(CUSTOMER);
    assertThat(visitor.get("/api/v1/download/" + number).body()).startsWith("%PDF");
  }
}
