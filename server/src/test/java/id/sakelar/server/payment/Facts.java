package id.sakelar.server.payment;

import id.sakelar.money.Rupiah;
import id.sakelar.server.partner.Database;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a store holds, one fact a line, spelled the same whichever store it is.
final class Facts {
  private static final String IN_DATABASE =
      """
      SELECT fact FROM (
        SELECT concat_ws(' ', 'payment', partner, dialect, reference, quote, day, test,
                         upstream, upstream_reference, price_sen, cost_sen, cashback_sen, state, version,
                         (extract(epoch FROM opened_at) * 1000000)::bigint, attempts,
                         (extract(epoch FROM sent_at) * 1000000)::bigint, polls, not_founds,
                         coalesce((extract(epoch FROM last_not_found_at) * 1000000)::bigint, 0),
                         coalesce(serial, '-'), coalesce(code, '-'), coalesce(reason, '-'), coalesce(receipt, '-'),
                         coalesce((extract(epoch FROM ended_at) * 1000000)::bigint, 0),
                         coalesce(upstream_number, '-'), resends, late_success, balance_sen,
                         CASE WHEN wake_at IS NULL THEN 'ended'
                              WHEN wake_at <= clock_timestamp() THEN 'due' ELSE 'rests' END)
               AS fact
          FROM payment
         UNION ALL
        SELECT concat_ws(' ', 'balance', account, sum(sen)) FROM balance
         GROUP BY account HAVING sum(sen) <> 0
         UNION ALL
        SELECT concat_ws(' ', 'spending', partner, day, sen) FROM spending
         UNION ALL
        SELECT concat_ws(' ', 'evidence', partner, dialect, reference, version, class, source, code,
                         coalesce(trouble, '-'))
          FROM evidence
         UNION ALL
        SELECT concat_ws(' ', 'refusal', partner, dialect, reference, reason,
                         CASE WHEN until <= clock_timestamp() THEN 'over' ELSE 'stands' END)
          FROM refusal) AS facts
      """;

  private static final String NOTICES =
      """
      SELECT concat_ws(' ', 'notice', partner, dialect, reference, state, tries,
                       CASE WHEN wake_at IS NULL THEN 'closed'
                            WHEN wake_at <= clock_timestamp() THEN 'due' ELSE 'rests' END,
                       CASE WHEN delivered_at IS NULL THEN 'undelivered' ELSE 'delivered' END)
        FROM notice ORDER BY number
      """;

  private Facts() {}

  static List<String> in(Database database) throws SQLException {
    var facts = new ArrayList<>(list(database, IN_DATABASE).stream().map(Facts::opened).toList());
    facts.sort(null);
    facts.addAll(list(database, NOTICES));
    return facts;
  }

  /// A fact with its sealed words opened.
  private static String opened(String fact) {
    var words = fact.split(" ", -1);
    var subject = words.length < 4 ? "" : String.join("/", words[1], words[2], words[3]);
    var place = "payment/";
    for (int i = 0; i < words.length; i++) {
      if (words[i].startsWith("v1:")) {
        words[i] = Database.vault().openText(words[i], place + subject);
        place = "receipt/";
      }
    }
    return String.join(" ", words);
  }

  private static List<String> list(Database database, String query) throws SQLException {
    try (var connection = database.connect();
        var select = connection.createStatement();
        var rows = select.executeQuery(query)) {
      var facts = new ArrayList<String>();
      while (rows.next()) {
        facts.add(rows.getString(1));
      }
      return facts;
    }
  }

  static String payment(Payment payment, @Nullable Instant wake, Instant now) {
    var inquiry = payment.inquiry();
    var quote = payment.quote();
    var trail = payment.trail();
    return words(
        "payment",
        key(payment.id()),
        QuoteTextStore.clear(quote),
        inquiry.day(),
        inquiry.test() ? "t" : "f",
        quote.upstream(),
        quote.upstreamReference(),
        quote.price().sen(),
        quote.cost().sen(),
        quote.cashback().sen(),
        payment.state(),
        payment.version(),
        micros(payment.openedAt()),
        trail.attempts(),
        micros(trail.sentAt()),
        trail.polls(),
        trail.notFounds(),
        micros(trail.lastNotFoundAt()),
        ending(payment.ending()),
        trail.number() == null ? "-" : trail.number(),
        trail.resends(),
        trail.lateSuccess() ? "t" : "f",
        sen(payment.balance()),
        wake == null ? "ended" : whether(wake, now));
  }

  private static String ending(Payment.@Nullable Ending ending) {
    return ending == null
        ? "- - - - 0"
        : words(
            ending.serial(),
            ending.code(),
            ending.reason() == null ? "-" : ending.reason(),
            ending.receipt() == null ? "-" : QuoteTextStore.clear(ending.receipt()),
            micros(ending.at()));
  }

  static String refusal(PaymentId id, Reason reason, Instant until, Instant now) {
    return words("refusal", key(id), reason, until.isAfter(now) ? "stands" : "over");
  }

  static String spending(String partner, LocalDate day, long sen) {
    return words("spending", partner, day, sen);
  }

  static String evidence(MemoryStore.Heard heard) {
    return words(
        "evidence",
        key(heard.id()),
        heard.version(),
        heard.evidence().evidenceClass(),
        heard.source(),
        heard.evidence().code(),
        heard.trouble().isEmpty() ? "-" : heard.trouble());
  }

  static String notice(
      Store.Notice notice, @Nullable Instant wake, boolean delivered, Instant now) {
    return words(
        "notice",
        key(notice.id()),
        notice.state(),
        notice.tries(),
        wake == null ? "closed" : whether(wake, now),
        delivered ? "delivered" : "undelivered");
  }

  private static String key(PaymentId id) {
    return words(id.partner(), id.dialect(), id.reference());
  }

  private static String whether(Instant wake, Instant now) {
    return wake.isAfter(now) ? "rests" : "due";
  }

  private static long micros(@Nullable Instant moment) {
    return moment == null ? 0 : moment.getEpochSecond() * 1_000_000 + moment.getNano() / 1_000;
  }

  private static String sen(@Nullable Rupiah amount) {
    return amount == null ? "" : String.valueOf(amount.sen());
  }

  private static String words(Object... words) {
    var line = new ArrayList<String>();
    for (Object word : words) {
      line.add(word.toString());
    }
    return String.join(" ", line);
  }
}
