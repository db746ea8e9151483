package id.sakelar.wire.bankplus;

import id.sakelar.wire.Codec;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Limits;
import id.sakelar.wire.bankplus.Refusal.OfBank;
import id.sakelar.wire.bankplus.Refusal.OfPlatform;
import id.sakelar.wire.bankplus.Reply.Done;
import id.sakelar.wire.bankplus.Reply.Pending;
import id.sakelar.wire.bankplus.Reply.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// Spells replies: the envelope, and what was asked for inside it.
final class Replies {
  private static final String DATA = "data";
  private static final String MESSAGE = "message";
  private static final String DEBUG = "debug";
  private static final String FROM = "bankplus_platform_core";
  private static final Members EMPTY = new Members(Map.of());

  private Replies() {}

  /// What was asked for, as it lies in the envelope.
  ///
  /// @param message what is said when it is done
  /// @param reader reads it from the fields of the envelope
  /// @param writer writes `data` and whatever stands behind it
  record Content<A>(
      Function<A, String> message, Fields.Reader<A> reader, BiConsumer<Draft, A> writer) {}

  static <A> Codec<Reply<A>> codec(Content<A> content) {
    return Codec.json(
        Limits.ANSWER,
        from -> read(from, content.reader()),
        reply -> spelled(reply, content).members());
  }

  /// Answers whose data is an object.
  static <A> Codec<Reply<A>> object(
      Function<A, String> message, Fields.Reader<A> reader, Function<A, Draft> writer) {
    return codec(
        new Content<>(
            message,
            from -> reader.read(from.group(DATA)),
            (to, answer) -> to.json(DATA, writer.apply(answer).members())));
  }

  /// Answers whose data is an object, and which all say the same.
  static <A> Codec<Reply<A>> object(
      String message, Fields.Reader<A> reader, Function<A, Draft> writer) {
    return object(_ -> message, reader, writer);
  }

  /// Answers whose data is a list of objects.
  static <T> Codec<Reply<List<T>>> list(
      String message, Fields.Reader<T> reader, Function<T, Draft> writer) {
    return codec(
        new Content<>(
            _ -> message,
            from -> from.rows(DATA, reader),
            (to, rows) -> to.rows(DATA, rows, writer)));
  }

  /// Answers whose data is a list of objects, and which say how many they are.
  static <T> Codec<Reply<List<T>>> countedList(
      String message, Fields.Reader<T> reader, Function<T, Draft> writer) {
    return codec(
        new Content<>(
            _ -> message,
            from -> counted(from, from.rows(DATA, reader)),
            (to, rows) -> to.rows(DATA, rows, writer).count("count", rows.size())));
  }

  private static <T> List<T> counted(Fields from, List<T> rows) throws Garbled {
    if (from.count("count") != rows.size()) {
      throw Garbled.field("count", "is not the number of rows");
    }
    return rows;
  }

  /// Answers without data.
  static Codec<Reply<Blank>> blank(String message) {
    return codec(new Content<>(_ -> message, _ -> new Blank(), (to, _) -> to.json(DATA, EMPTY)));
  }

  private static <A> Reply<A> read(Fields from, Fields.Reader<A> reader) throws Garbled {
    var code = Code.read(from);
    return switch (code) {
      case DONE -> new Done<>(reader.read(from), agent(from));
      case PENDING -> Reply.pending();
      case REFUSED -> Reply.refused(ofBank(from));
      case LOGIN,
          SESSION_NOT_FOUND,
          INVALID_PIN,
          NOT_FOUND,
          UPDATE_NONE,
          BAD_REQUEST,
          FORBIDDEN,
          TOO_MANY_REQUESTS,
          INTERNAL ->
          Reply.refused(new OfPlatform(code, from.text(MESSAGE)));
    };
  }

  private static Optional<AgentCard> agent(Fields from) throws Garbled {
    var members = from.findMembers(AgentCard.NAME);
    return members.isPresent()
        ? Optional.of(AgentCard.read(new Fields(members.get())))
        : Optional.empty();
  }

  private static Refusal ofBank(Fields from) throws Garbled {
    var data = from.group(DATA);
    return new OfBank(from.text(MESSAGE), data.text("trace_code"), data.text("bank_code"));
  }

  private static <A> Draft spelled(Reply<A> reply, Content<A> content) {
    return switch (reply) {
      case Done<A>(A answer, Optional<AgentCard> agent) -> done(answer, agent, content);
      case Pending<A> _ -> begun(Code.PENDING, Sentence.PENDING).json(DATA, EMPTY);
      case Refused<A>(Refusal refusal) -> refused(refusal);
    };
  }

  private static <A> Draft done(A answer, Optional<AgentCard> agent, Content<A> content) {
    var to = begun(Code.DONE, content.message().apply(answer));
    content.writer().accept(to, answer);
    agent.ifPresent(it -> to.json(AgentCard.NAME, it.spelled().members()));
    return to;
  }

  private static Draft begun(Code code, String message) {
    return new Draft().text("code", code.word()).text(MESSAGE, message);
  }

  private static Draft refused(Refusal refusal) {
    var to = begun(refusal.code(), refusal.message());
    return switch (refusal) {
      case OfPlatform(Code code, _) -> ofPlatform(to, code);
      case OfBank it -> ofBank(to, it);
    };
  }

  private static Draft ofPlatform(Draft to, Code code) {
    var from = new Draft().text("from", FROM).count("status", code.httpStatus());
    return switch (code.shape()) {
      case ANSWER, BANK, BARE -> to.json(DATA, EMPTY);
      case LOGIN -> to.json(DEBUG, from.members());
      case PLATFORM ->
          to.json(DATA, EMPTY)
              .json(DEBUG, from.text("name", code.word()).json("info", EMPTY).members());
    };
  }

  private static Draft ofBank(Draft to, OfBank refusal) {
    var data =
        new Draft()
            .text("code", Code.REFUSED.word())
            .flag("status", false)
            .text(MESSAGE, refusal.message())
            .text("trace_code", refusal.traceCode())
            .text("bank_code", refusal.bankCode());
    return to.json(DATA, data.members()).json(DEBUG, new Draft().text("from", FROM).members());
  }
}
