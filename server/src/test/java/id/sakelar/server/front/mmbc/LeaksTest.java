package id.sakelar.server.front.mmbc;

import static id.sakelar.server.front.mmbc.Visitor.card;
import static id.sakelar.server.front.mmbc.Visitor.invoice;
import static id.sakelar.server.front.mmbc.Visitor.login;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.server.front.Key;
import id.sakelar.server.front.Overheard;
import id.sakelar.server.front.Premises;
import id.sakelar.server.payment.Evidence;
import id.sakelar.wire.mmbc.ListEsamsat;
import id.sakelar.wire.mmbc.Mmbc;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is secret or belongs to a person is in no line of the log, however a call ends; the loggers
/// of the server tell all they can.
class LeaksTest {
  private static final String CARD = card("000000000301");
  private static final String BROKEN = card("000000000302");
  private static final String CHASSIS = "MHSAKELAR00000301";
  private static final String OWNER = "3201010101010301";
  private static final List<String> SECRETS =
      List.of(
          Key.ONE.key(), "wrong-password", CARD, BROKEN, CHASSIS, OWNER, "Pelanggan", "F 0001 Z");

  private static Premises premises;
  private static Visitor visitor;
  private Overheard overheard;

  @BeforeAll
  static void moveIn() {
    premises = Visitor.open();
    visitor = new Visitor(premises);
  }

  @AfterAll
  static void close() {
    premises.close();
  }

  @BeforeEach
  void listen() {
    overheard = Overheard.begin();
  }

  @AfterEach
  void nothing_was_leaked() {
    overheard.close();
    assertThat(overheard.lines())
        .allSatisfy(line -> assertThat(line).doesNotContain(SECRETS.toArray(String[]::new)));
  }

  @Test
  void by_payments() throws Exception {
    visitor.inquireCard(Key.ONE, CARD, 50_000);
    visitor.transferTo(Key.ONE, CARD, 50_000);
    var tax = visitor.inquireTax(Key.ONE, "SAMSAT_JABAR", CHASSIS + "," + OWNER);
    visitor.payTax(Key.ONE, invoice(tax));
  }

  @Test
  void by_refusals() throws Exception {
    visitor.transferTo(Key.TWO.withKey("wrong-password"), CARD, 50_000);
    visitor.post("/json/kartukredit/inquiry_acc", "cc_accountnumber=" + CARD + "&amount=" + CARD);
    visitor.post("/json/kartukredit/inquiry_acc?password=sandbox-api-key", "username=" + CARD);
    visitor.inquireTax(Key.SUSPENDED, "SAMSAT_JABAR", CHASSIS + "," + OWNER);

    assertThat(overheard.lines()).anyMatch(line -> line.contains("refused as LOGIN"));
    assertThat(overheard.lines())
        .anyMatch(
            line -> line.startsWith("WARN") && line.contains("a credential came in the query"));
  }

  @Test
  void by_what_breaks_off() throws Exception {
    premises.biller().ends(BROKEN, LeaksTest::breakOff);
    visitor.inquireCard(Key.ONE, BROKEN, 50_000);

    assertThat(Visitor.status(visitor.transferTo(Key.ONE, BROKEN, 50_000))).isEqualTo("PENDING");
    assertThat(overheard.lines()).anyMatch(line -> line.contains("broke off"));
  }

  private static Evidence breakOff() {
    throw new IllegalStateException("the connector broke");
  }

  @Test
  void a_username_writes_no_line_of_its_own() throws Exception {
    var forger = new Key("x", "dummy\r\nERROR all is well", "wrong-password");

    visitor.ask(Mmbc.LIST_ESAMSAT, new ListEsamsat(login(forger)));

    assertThat(overheard.lines()).isNotEmpty().noneMatch(line -> line.contains("all is well"));
  }
}
