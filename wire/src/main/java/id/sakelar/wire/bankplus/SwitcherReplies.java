package id.sakelar.wire.bankplus;

import id.sakelar.wire.Codec;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Limits;
import id.sakelar.wire.bankplus.SwitcherReply.Answered;
import id.sakelar.wire.bankplus.SwitcherReply.Pending;
import id.sakelar.wire.bankplus.SwitcherReply.Refused;
import java.util.Optional;
import java.util.function.Function;

/// Spells replies: code, message, data and who says it.
final class SwitcherReplies {
  private static final String SUCCESS = "00";
  private static final String PENDING = "68";
  private static final String PENDING_TEXT = "Transaksi sedang diproses";
  private static final Members DEBUG = new Draft().text("from", "branchless_switcher").members();

  private SwitcherReplies() {}

  /// @param success the message of `00`
  static <A> Codec<SwitcherReply<A>> codec(
      String success, Fields.Reader<A> reader, Function<A, Draft> writer) {
    return Codec.json(
        Limits.ANSWER,
        from -> read(from, reader),
        reply -> spelled(reply, success, writer).json("debug", DEBUG).members());
  }

  private static <A> SwitcherReply<A> read(Fields from, Fields.Reader<A> reader) throws Garbled {
    String code = from.text("code");
    return switch (code) {
      case SUCCESS -> new Answered<>(reader.read(from.group("data")));
      case PENDING -> new Pending<>(inData(from, "refnum"));
      default -> new Refused<>(code, from.text("message"), unknownAccount(from));
    };
  }

  private static Optional<String> inData(Fields from, String name) throws Garbled {
    return from.has("data") ? from.group("data").findText(name) : Optional.empty();
  }

  private static Optional<String> unknownAccount(Fields from) throws Garbled {
    boolean isThere = from.has("data") && from.group("data").has("Data");
    return isThere ? from.group("data").group("Data").findText("sourceAccount") : Optional.empty();
  }

  private static <A> Draft spelled(
      SwitcherReply<A> reply, String success, Function<A, Draft> writer) {
    return switch (reply) {
      case Answered<A>(A answer) ->
          head(SUCCESS, success).json("data", writer.apply(answer).members());
      case Pending<A>(var refnum) -> {
        var to = head(PENDING, PENDING_TEXT);
        refnum.ifPresent(it -> to.json("data", new Draft().text("refnum", it).members()));
        yield to;
      }
      case Refused<A>(var code, var message, var account) -> {
        var to = head(code, message);
        account.ifPresent(it -> to.json("data", failure(code, message, it)));
        yield to;
      }
    };
  }

  private static Draft head(String code, String message) {
    return new Draft().text("code", code).text("message", message);
  }

  private static Members failure(String code, String message, String account) {
    return new Draft()
        .text("responseCode", code)
        .text("responseDescription", "Inquiry failed")
        .text("errorDescription", message)
        .json("Data", new Draft().text("sourceAccount", account).members())
        .members();
  }
}
