package id.sakelar.simulator.bankplus;

import static id.sakelar.simulator.bankplus.Counter.ALOYSIUS;
import static id.sakelar.simulator.bankplus.Counter.ALOYSIUS_HAS;
import static id.sakelar.simulator.bankplus.Counter.API;
import static id.sakelar.simulator.bankplus.Counter.ESCROW;
import static id.sakelar.simulator.bankplus.Counter.no;
import static id.sakelar.simulator.bankplus.Counter.ok;
import static id.sakelar.simulator.bankplus.Counter.transfer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sakelar.http.Body;
import id.sakelar.http.Call;
import id.sakelar.money.Rupiah;
import id.sakelar.simulator.SimulatorConsole;
import id.sakelar.wire.Message;
import id.sakelar.wire.bankplus.Switcher;
import id.sakelar.wire.bankplus.SwitcherSentence;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A simulated bank forgets nothing that it has told, opens whole or not at all, and shows its
/// book.
class SimulatedBankTest {
  private static final String REF = "2601051200000001";
  private static final String BACK = "2601051200000002";
  private static final String UNREAD =
      "{\"code\":\"-1\",\"message\":\"request could not be read\","
          + "\"debug\":{\"from\":\"branchless_switcher\"}}";

  @TempDir Path directory;
  private Counter counter;

  @BeforeEach
  void open() throws Exception {
    counter = Counter.open(directory);
  }

  @AfterEach
  void close() throws Exception {
    counter.close();
  }

  @Test
  void a_second_start_finds_what_the_first_one_left() throws Exception {
    var asked = transfer(REF, counter.code(API), ALOYSIUS, 1000);
    var booked = ok(counter.send(asked));
    var _ = ok(counter.send(transfer("2601051200000009", counter.code(API), ESCROW, 70)));
    var reversed = ok(counter.reverse(BACK, REF, booked.journal()));
    counter.close();

    counter = Counter.open(directory);

    assertThat(counter.moves()).hasSize(3);
    assertThat(counter.bank.balance(ALOYSIUS)).isEqualTo(ALOYSIUS_HAS);
    assertThat(counter.bank.balance(ESCROW)).isEqualTo(Rupiah.of(-70));
    assertThat(counter.bank.balance(API)).isEqualTo(new Rupiah(60_257_717_140_484L));
    assertThat(ok(counter.send(asked))).isEqualTo(booked);
    assertThat(ok(counter.reverse(BACK, REF, booked.journal()))).isEqualTo(reversed);
    assertThat(no(counter.reverse("2601051200000003", REF, booked.journal())))
        .isEqualTo(SwitcherSentence.ALREADY_REVERSED);
    assertThat(counter.send("2601051200000004", 1).journal()).isEqualTo("1004");
  }

  @Test
  void codes_do_not_live_longer_than_the_process() throws Exception {
    String code = counter.code(API);
    counter.close();
    counter = Counter.open(directory);

    assertThat(no(counter.send(transfer(REF, code, ALOYSIUS, 1))))
        .isEqualTo(SwitcherSentence.NO_PAYMENT_CODE);
  }

  @Test
  void a_move_that_was_being_written_when_the_process_died_was_told_to_nobody() throws Exception {
    var _ = counter.send(REF, 1000);
    counter.close();
    append("{\"refnum\":\"2601");

    counter = Counter.open(directory);

    assertThat(counter.moves()).hasSize(1);
    assertThat(counter.send(BACK, 1000).journal()).isEqualTo("1002");
  }

  @Test
  void a_damaged_book_keeps_the_bank_shut() throws Exception {
    counter.close();
    append("{\"refnum\":\"2601\"}\n");

    assertThatThrownBy(() -> Counter.open(directory))
        .isInstanceOf(IOException.class)
        .hasMessage("line 1 of the book " + directory.resolve("bri.book") + " is no row");
    Files.delete(directory.resolve("bri.book"));
    counter = Counter.open(directory);

    assertThat(counter.moves()).isEmpty();
  }

  @Test
  void a_taken_port_leaves_the_book_free() throws Exception {
    var elsewhere = directory.resolve("second");
    int taken = counter.bank.port();
    assertThatThrownBy(() -> second(elsewhere, taken)).isInstanceOf(IllegalStateException.class);

    try (var second = second(elsewhere, 0)) {
      assertThat(second.port()).isNotEqualTo(taken);
    }
  }

  @Test
  void an_account_cannot_be_opened_twice() {
    var settings = Counter.settings(directory, 0);
    List<Account> twice = new ArrayList<>(settings.accounts());
    twice.add(settings.escrow());
    var doubled =
        new SimulatedBank.Settings("x", "002", "BRINIDJA", twice, settings.escrow(), directory, 0);

    assertThatThrownBy(() -> open(doubled))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an account is there twice");
  }

  @Test
  void what_cannot_be_read_is_refused_in_the_dialect() throws Exception {
    var path = Switcher.TRANSFER.path();

    var long40 = counter.hear("POST", path, Message.json("x".repeat(40_000)));
    var text = counter.hear("POST", path, Message.of("text/plain", "refnum=1"));
    var got = counter.hear("GET", path, Message.json(""));

    assertThat(Counter.message(long40).text()).isEqualTo(UNREAD);
    assertThat(Counter.message(text).text()).isEqualTo(UNREAD);
    assertThat(got.status()).isEqualTo(405);
    assertThat(Counter.message(got).text()).isEqualTo(UNREAD);
  }

  @Test
  void the_control_surface_shows_the_book() throws Exception {
    String journal = counter.send(REF, 1000).journal();
    var _ = ok(counter.reverse(BACK, REF, journal));
    var console = new SimulatorConsole(List.of(counter.bank), () -> Counter.NOON);

    assertThatJson(told(console, "/simulator/{biller}/book"))
        .isEqualTo(
            """
            {"count": 2, "rows": [
              {"row": 1, "refnum": "2601051200000001", "source": "888801000157508",
               "target": "888801000003301", "amount": 1000, "remark": "Narration Test",
               "journal": 1001, "at": "2026-01-05T05:00:00Z", "state": "reversed"},
              {"row": 2, "refnum": "2601051200000002", "source": "888801000003301",
               "target": "888801000157508", "amount": 1000,
               "remark": "Reversal from 888801000003301 to 888801000157508",
               "journal": 1002, "at": "2026-01-05T05:00:00Z", "reverses": "2601051200000001",
               "state": "booked"}]}
            """);
    assertThatJson(told(console, "/simulator"))
        .isEqualTo(
            "{\"billers\": [{\"name\": \"bri\", \"port\": %d, \"rows\": 2}]}"
                .formatted(counter.bank.port()));
  }

  private static String told(SimulatorConsole console, String path) {
    var call =
        new Call(
            "GET",
            path,
            Map.of("biller", "bri"),
            "",
            Map.of(),
            InetAddress.getLoopbackAddress(),
            Body.NONE);
    var page = console.listPages().stream().filter(it -> it.path().equals(path)).findFirst();
    return new String(page.orElseThrow().handler().handle(call).body().bytes(), UTF_8);
  }

  private void append(String text) throws IOException {
    Files.write(
        directory.resolve("bri.book"),
        text.getBytes(UTF_8),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private static SimulatedBank second(Path directory, int port) throws IOException {
    return open(Counter.settings(directory, port));
  }

  private static SimulatedBank open(SimulatedBank.Settings settings) throws IOException {
    return SimulatedBank.open(
        settings, InstantSource.system(), new SplittableRandom(1), new SecureRandom());
  }
}
