package id.sakelar.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.server.payment.PaymentId;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// The simulated tables keep payments exactly as PostgreSQL does: every answer is the same, and
/// from time to time everything in them is.
///
/// `-Dsakelar.differential.operations=200000` does more, `-Dsakelar.differential.seed=7` others.
class TablesTest {
  @Test
  void simulated_tables_and_postgresql_say_the_same_and_hold_the_same()
      throws IOException, SQLException {
    int operations = Integer.getInteger("sakelar.differential.operations", 4_000);
    long seed = Long.getLong("sakelar.differential.seed", 1);
    try (var real = new RealDatabase(RandomUse.UPSTREAMS, RandomUse.PARTNERS)) {
      var use = new RandomUse(seed, real);
      for (int i = 1; i <= operations; i++) {
        use.doSomething(i);
        if (i % 500 == 0) {
          compare(use.tables(), real);
        }
      }
      assertThat(use.happened())
          .contains("opened", "exists", "FUNDS", "LIMIT", "stale", "NONE", "elsewhere")
          .contains("SETTLE", "RELEASE", "REFUND", "LOSS")
          .contains("another payment has this reference at the biller")
          .contains("the books do not know deposit:stranger");
    }
  }

  private static void compare(Tables tables, RealDatabase real) throws SQLException {
    tables.payments().forEach(it -> assertThat(real.store().findPayment(it.id())).contains(it));
    assertThat(real.list("count(*)", "payment")).containsExactly("" + tables.payments().size());
    for (var balance : tables.books().balances().entrySet()) {
      assertThat(real.balance(balance.getKey()).sen()).isEqualTo(balance.getValue());
    }
    assertThat(sorted(real.list("partner, dialect, reference, version, class, source", "evidence")))
        .isEqualTo(sorted(tables.evidence().stream().map(TablesTest::words).toList()));
    assertThat(real.list("partner, day, sen", "spending ORDER BY 1"))
        .containsExactlyElementsOf(tables.spending());
    assertThat(
            real.list(
                "partner, dialect, reference, state, tries, wake_at IS NULL, delivered_at IS NULL",
                "notice ORDER BY number"))
        .isEqualTo(tables.notices().all().stream().map(TablesTest::words).toList());
  }

  private static List<String> sorted(List<String> facts) {
    return facts.stream().sorted().toList();
  }

  private static String words(Tables.Heard heard) {
    var evidence = heard.step().evidence();
    return String.format(
        Locale.ROOT,
        "%s %d %s %s",
        key(heard.id()),
        heard.version(),
        evidence == null ? "" : evidence.evidenceClass(),
        heard.step().source());
  }

  private static String words(NoticeTable.Told told) {
    var notice = told.notice();
    return String.format(
        Locale.ROOT,
        "%s %s %d %s %s",
        key(notice.id()),
        notice.state(),
        notice.tries(),
        told.wake() == null ? "t" : "f",
        told.delivered() ? "f" : "t");
  }

  private static String key(PaymentId id) {
    return String.join(" ", id.partner(), id.dialect(), id.reference());
  }
}
