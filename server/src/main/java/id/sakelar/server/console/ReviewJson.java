package id.sakelar.server.console;

import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Case;
import id.sakelar.server.review.Advice;
import id.sakelar.server.review.Decision;
import id.sakelar.server.review.History;
import id.sakelar.server.review.Waiting;
import id.sakelar.wire.Json;
import id.sakelar.wire.Json.Items;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Json.Nothing;
import id.sakelar.wire.Json.Numeral;
import id.sakelar.wire.Json.Text;
import id.sakelar.wire.Json.Truth;
import id.sakelar.wire.Limits;
import id.sakelar.wire.StrictJson;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What waits for people and what they decided, as JSON. Moments are in UTC, amounts in sen, ages
/// in whole seconds; what is not known is null. Thread-safe.
public final class ReviewJson {
  /// Notes may be longer than what partners say.
  static final StrictJson JSON = new StrictJson(new Limits(32 * 1024, 4, 2_000, 20, 16));

  private ReviewJson() {}

  /// `{"waiting": […]}`
  public static String queue(List<Waiting> queue, Instant now) {
    return text(new Row().items("waiting", queue, waiting -> waiting(waiting, now)));
  }

  private static Row waiting(Waiting waiting, Instant now) {
    return new Row()
        .text("kind", waiting.kind())
        .number("case", waiting.number())
        .text("subject", waiting.subject())
        .moment("since", waiting.since())
        .number("ageSeconds", Duration.between(waiting.since(), now).toSeconds())
        .amount("sen", waiting.money())
        .text("upstream", waiting.upstream())
        .text("reference", waiting.reference())
        .text("upstreamNumber", waiting.upstreamNumber())
        .text("heard", waiting.heard())
        .text("note", waiting.note())
        .text("advice", Advice.on(waiting))
        .number("proposal", waiting.proposal());
  }

  /// All that is known of a subject.
  public static String history(History history) {
    var standing = history.standing();
    return text(
        new Row()
            .text("subject", history.subject())
            .put("standing", standing == null ? new Nothing() : standing(standing).members())
            .items("evidence", history.evidence(), ReviewJson::heard)
            .items("journal", history.journal(), ReviewJson::booked)
            .items("cases", history.cases(), ReviewJson::about)
            .items("decisions", history.decisions(), ReviewJson::row));
  }

  private static Row standing(History.Standing standing) {
    return new Row()
        .text("state", standing.state())
        .number("version", (long) standing.version())
        .amount("sen", standing.money())
        .text("other", standing.other())
        .text("reference", standing.reference())
        .text("number", standing.number())
        .moment("openedAt", standing.openedAt());
  }

  private static Row heard(History.Heard heard) {
    return new Row()
        .number("version", (long) heard.version())
        .text("class", heard.evidenceClass())
        .text("source", heard.source())
        .text("code", heard.code())
        .text("trouble", heard.trouble())
        .moment("at", heard.at());
  }

  private static Row booked(History.Booked booked) {
    return new Row()
        .text("kind", booked.kind())
        .text("source", booked.source())
        .text("target", booked.target())
        .amount("sen", booked.amount())
        .moment("at", booked.at());
  }

  private static Row about(Case about) {
    var closing = about.closing();
    return new Row()
        .number("case", about.number())
        .text("kind", about.kind().name())
        .text("note", about.note())
        .moment("openedAt", about.openedAt())
        .moment("closedAt", closing == null ? null : closing.at())
        .text("how", closing == null ? null : closing.how().name());
  }

  /// A decision as it stands.
  public static String decision(Decision decision) {
    return text(row(decision));
  }

  private static Row row(Decision decision) {
    var version = decision.version();
    return new Row()
        .number("proposal", decision.number())
        .text("subject", decision.subject())
        .number("case", decision.caseNumber())
        .text("outcome", decision.outcome().name())
        .put("claimed", new Truth(decision.claimed()))
        .number("version", version == null ? null : (long) version)
        .text("serial", decision.serial())
        .text("proof", decision.proof())
        .text("note", decision.note())
        .text("maker", decision.maker())
        .moment("madeAt", decision.madeAt())
        .text("state", decision.state().name())
        .text("checker", decision.checker())
        .text("reason", decision.reason());
  }

  /// `{"error": …}`
  static String error(String why) {
    return text(new Row().text("error", why));
  }

  private static String text(Row row) {
    return JSON.write(row.members()).text();
  }

  /// One object, field by field.
  private static final class Row {
    private final Map<String, Json> fields = new LinkedHashMap<>();

    Members members() {
      return new Members(fields);
    }

    Row put(String name, Json value) {
      fields.put(name, value);
      return this;
    }

    Row text(String name, @Nullable String value) {
      return put(name, value == null ? new Nothing() : new Text(value));
    }

    Row number(String name, @Nullable Long value) {
      return put(name, value == null ? new Nothing() : new Numeral(Long.toString(value)));
    }

    Row amount(String name, @Nullable Rupiah value) {
      return number(name, value == null ? null : value.sen());
    }

    Row moment(String name, @Nullable Instant value) {
      return text(name, value == null ? null : value.toString());
    }

    <T> Row items(String name, List<T> list, Function<T, Row> each) {
      return put(name, new Items(list.stream().<Json>map(it -> each.apply(it).members()).toList()));
    }
  }
}
