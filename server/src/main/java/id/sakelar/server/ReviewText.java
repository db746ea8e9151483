package id.sakelar.server;

import id.sakelar.server.payment.Case;
import id.sakelar.server.review.Advice;
import id.sakelar.server.review.Decision;
import id.sakelar.server.review.History;
import id.sakelar.server.review.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What waits for people and what they decided, in lines for a terminal.
final class ReviewText {
  private ReviewText() {}

  static List<String> of(Waiting waiting, Instant now) {
    var lines = new ArrayList<String>();
    lines.add(
        String.join(
            "  ",
            waiting.number() == null ? "-" : "case " + waiting.number(),
            waiting.kind(),
            waiting.subject(),
            age(Duration.between(waiting.since(), now)),
            Objects.toString(waiting.money(), "-"),
            Objects.toString(waiting.upstream(), "-")));
    if (!waiting.note().isEmpty()) {
      lines.add("    " + waiting.note());
    }
    lines.add("    " + Advice.on(waiting));
    if (waiting.proposal() != null) {
      lines.add("    Proposal " + waiting.proposal() + " waits for a second operator.");
    }
    return lines;
  }

  private static String age(Duration age) {
    return age.toDays() > 0
        ? age.toDays() + "d " + age.toHoursPart() + "h"
        : age.toHours() + "h " + age.toMinutesPart() + "m";
  }

  static List<String> of(History history) {
    var lines = new ArrayList<String>();
    lines.add(history.subject());
    var standing = history.standing();
    if (standing != null) {
      lines.add(
          "%s, version %d, %s, %s, our reference %s, its number %s, opened %s"
              .formatted(
                  standing.state(),
                  standing.version(),
                  standing.money(),
                  standing.other(),
                  orNone(standing.reference()),
                  orNone(standing.number()),
                  standing.openedAt()));
    }
    history.evidence().forEach(heard -> lines.add(of(heard)));
    history.journal().forEach(booked -> lines.add(of(booked)));
    history.cases().forEach(about -> lines.add(of(about)));
    history.decisions().forEach(decision -> lines.add(of(decision)));
    return lines;
  }

  private static String of(History.Heard heard) {
    var trouble = heard.trouble();
    return "%s  version %d  %s %s %s%s"
        .formatted(
            heard.at(),
            heard.version(),
            heard.evidenceClass(),
            heard.source(),
            heard.code(),
            trouble == null ? "" : "  " + trouble);
  }

  private static String of(History.Booked booked) {
    return "%s  %s  %s -> %s  %s"
        .formatted(booked.at(), booked.kind(), booked.source(), booked.target(), booked.amount());
  }

  private static String of(Case about) {
    var closing = about.closing();
    return "%s  case %d  %s  %s  %s"
        .formatted(
            about.openedAt(),
            about.number(),
            about.kind(),
            about.note(),
            closing == null ? "open" : closing.how() + " " + closing.at());
  }

  static String of(Decision decision) {
    var reason = decision.reason();
    return "%s  proposal %d  %s%s  by %s: %s  %s%s%s"
        .formatted(
            decision.madeAt(),
            decision.number(),
            decision.outcome(),
            decision.claimed() ? ", claimed" : "",
            decision.maker(),
            decision.note(),
            decision.state(),
            decision.checker() == null ? "" : " by " + decision.checker(),
            reason == null ? "" : ": " + reason);
  }

  private static String orNone(@Nullable String text) {
    return text == null ? "-" : text;
  }
}
