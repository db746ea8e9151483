package id.sakelar.server.console;

import id.sakelar.http.Answer;
import id.sakelar.http.Body;
import id.sakelar.http.Call;
import id.sakelar.http.Door;
import id.sakelar.server.partner.Operators;
import id.sakelar.server.partner.Secret;
import id.sakelar.server.review.Decision.Outcome;
import id.sakelar.server.review.HistoryStore;
import id.sakelar.server.review.Proposal;
import id.sakelar.server.review.QueueStore;
import id.sakelar.server.review.Review;
import id.sakelar.server.review.Ruling;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Json.Text;
import id.sakelar.wire.Json.Truth;
import id.sakelar.wire.Message;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `/review`: what waits for people, and what they decide about it, as JSON. Whoever asks says who
/// it is with `Authorization: Bearer NAME.SECRET`. Thread-safe.
public final class ReviewDoor {
  private static final String JSON = "application/json; charset=utf-8";
  private static final Pattern BEARER = Pattern.compile("Bearer ([a-z][a-z0-9-]*)\\.([!-~]+)");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
  private static final Set<String> FIELDS =
      Set.of("subject", "outcome", "note", "proof", "serial", "claimed");

  private final AtomicReference<Optional<Desk>> desk = new AtomicReference<>(Optional.empty());
  private final InstantSource clock;

  /// Refuses everything until [#open].
  public ReviewDoor(InstantSource clock) {
    this.clock = clock;
  }

  /// Where the questions are answered.
  public record Desk(
      Operators operators, QueueStore queue, HistoryStore histories, Review review) {}

  /// From now on answers at this desk.
  public void open(Desk answering) {
    desk.set(Optional.of(answering));
  }

  /// Serves `/review`; of two paths that fit a call, the one served first wins.
  public void openOn(Door.Builder door) {
    serve(door, "GET", "/review", this::list);
    serve(door, "POST", "/review/proposals", ReviewDoor::propose);
    serve(door, "POST", "/review/proposals/{number}/approve", ReviewDoor::approve);
    serve(door, "POST", "/review/proposals/{number}/reject", ReviewDoor::reject);
    serve(door, "GET", "/review/{number}", ReviewDoor::showCase);
    serve(door, "GET", "/review/{partner}/{dialect}/{reference}", ReviewDoor::showPayment);
  }

  /// Answers an operator who has proven who it is.
  private interface Clerk {
    Answer answer(Desk at, Call call, String who) throws Garbled;
  }

  private void serve(Door.Builder door, String method, String path, Clerk clerk) {
    door.serve(method, path, call -> answer(call, clerk), Health.REFUSALS);
  }

  private Answer answer(Call call, Clerk clerk) {
    var at = desk.get();
    if (at.isEmpty()) {
      return refused(503, "not yet");
    }
    Matcher bearer = BEARER.matcher(call.findHeader("Authorization").orElse(""));
    if (!bearer.matches()) {
      return refused(401, "say who you are");
    }
    var name = bearer.group(1);
    return switch (at.get().operators().prove(name, new Secret(bearer.group(2)), call.remote())) {
      case RIGHT -> answer(at.get(), call, name, clerk);
      case WRONG -> refused(401, "there is no such operator, or that is not its secret");
      case NOT_NOW -> refused(429, "too many wrong secrets; try again later");
    };
  }

  private static Answer answer(Desk at, Call call, String name, Clerk clerk) {
    try {
      return clerk.answer(at, call, name);
    } catch (Garbled | IllegalArgumentException e) {
      return refused(400, String.valueOf(e.getMessage()));
    }
  }

  private Answer list(Desk at, Call call, String who) {
    return ok(ReviewJson.queue(at.queue().list(), clock.instant()));
  }

  private static Answer showCase(Desk at, Call call, String who) {
    return show(at, word(call, "number"));
  }

  private static Answer showPayment(Desk at, Call call, String who) {
    return show(
        at,
        String.join("/", word(call, "partner"), word(call, "dialect"), word(call, "reference")));
  }

  private static Answer show(Desk at, String target) {
    return at.histories()
        .find(target)
        .map(history -> ok(ReviewJson.history(history)))
        .orElseGet(ReviewDoor::unknown);
  }

  private static Answer propose(Desk at, Call call, String who) throws Garbled {
    var fields = read(call).fields();
    if (!FIELDS.containsAll(fields.keySet())) {
      throw new IllegalArgumentException("a proposal has no other fields than " + FIELDS);
    }
    var proposal =
        new Proposal(
            text(fields, "subject"),
            outcome(text(fields, "outcome")),
            new Truth(true).equals(fields.get("claimed")),
            text(fields, "note"),
            text(fields, "proof"),
            text(fields, "serial"));
    return said(at.review().propose(proposal, who));
  }

  private static Outcome outcome(String word) {
    try {
      return Outcome.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException _) {
      throw new IllegalArgumentException("an outcome is succeeded, failed, refunded or closed");
    }
  }

  private static Answer approve(Desk at, Call call, String who) {
    return number(call)
        .map(number -> said(at.review().approve(number, who)))
        .orElseGet(ReviewDoor::unknown);
  }

  private static Answer reject(Desk at, Call call, String who) throws Garbled {
    var note = text(read(call).fields(), "note");
    return number(call)
        .map(number -> said(at.review().reject(number, who, note)))
        .orElseGet(ReviewDoor::unknown);
  }

  private static Members read(Call call) throws Garbled {
    return ReviewJson.JSON.read(new Message(call.body().mediaType(), call.body().bytes()));
  }

  /// Empty where the field is missing.
  private static String text(Map<String, Json> fields, String name) {
    return switch (fields.get(name)) {
      case null -> "";
      case Text(String text) -> text;
      case Json _ -> throw new IllegalArgumentException(name + " is a text");
    };
  }

  private static Optional<Long> number(Call call) {
    return Optional.of(word(call, "number"))
        .filter(word -> NUMBER.matcher(word).matches())
        .map(Long::valueOf);
  }

  private static String word(Call call, String name) {
    return call.parameters().getOrDefault(name, "");
  }

  private static Answer said(Ruling ruling) {
    return switch (ruling) {
      case Ruling.Stands(var decision) -> ok(ReviewJson.decision(decision));
      case Ruling.Refused(String why) -> refused(409, why);
    };
  }

  private static Answer unknown() {
    return refused(404, "nothing is known of it");
  }

  private static Answer ok(String json) {
    return Answer.of(200, Body.of(JSON, json));
  }

  private static Answer refused(int status, String why) {
    return Answer.of(status, Body.of(JSON, ReviewJson.error(why)));
  }
}
