package id.sakelar.server.front.iak;

import id.sakelar.http.Answer;
import id.sakelar.http.Body;
import id.sakelar.http.Call;
import id.sakelar.http.Correlation;
import id.sakelar.http.Trouble;
import id.sakelar.wire.Message;
import id.sakelar.wire.iak.ResponseCode;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How every counter of the dialect speaks HTTP.
final class Spoken {
  private static final Logger LOG = LoggerFactory.getLogger(Spoken.class);
  private static final String UTF_8 = "; charset=utf-8";

  private Spoken() {}

  /// Whether a call has a query. No question of the dialect has one: one that comes may hold
  /// credentials, which then are in every log on the way.
  static boolean hasQuery(Call call) {
    if (call.query().isEmpty()) {
      return false;
    }
    LOG.warn("call {} to {} has a query: refused", Correlation.current(), call.path());
    return true;
  }

  static Answer answer(int status, Message message) {
    return answer(status, Map.of(), message);
  }

  /// What to say to a trouble of the door.
  ///
  /// @param method the only one that is served
  /// @param broken the code where the call may have done something, or was never looked at
  /// @param words spells a refusal
  static Answer refused(
      Trouble trouble, String method, ResponseCode broken, Function<ResponseCode, Message> words) {
    var unread = ResponseCode.PAYLOAD;
    return switch (trouble) {
      case TOO_LARGE -> answer(413, words.apply(unread));
      case INCOMPLETE -> answer(400, words.apply(unread));
      case TIMED_OUT -> answer(408, words.apply(unread));
      case ENCODED -> answer(415, words.apply(unread));
      case FAILED -> answer(500, words.apply(broken));
      case BUSY -> answer(503, words.apply(broken));
      case WRONG_METHOD -> answer(405, Map.of("Allow", method), words.apply(unread));
    };
  }

  private static Answer answer(int status, Map<String, String> headers, Message message) {
    var body = Body.of(message.mediaType() + UTF_8, message.body());
    return new Answer(status, headers, body);
  }
}
