package id.sakelar.acceptance;

import id.sakelar.conversations.Conversation;
import id.sakelar.conversations.Exchange;
import id.sakelar.conversations.Retelling;
import id.sakelar.http.Heard;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.json.JsonMapper;

/// A conversation on its way through a sandbox: what was given out is said again, and signed anew.
/// For one thread.
final class Retold {
  private static final Map<String, String> KEYS =
      Map.of(
          "123123123", "sandbox-api-key",
          "321321321", "other-api-key",
          "poor", "poor-api-key");

  private static final Pattern SIGN =
      Pattern.compile("(\"sign\" *: *\"|<sign>)([0-9a-f]{32})(?=\"|</sign>)");

  private final LiveSandbox sandbox;
  private final Conversation conversation;
  private final Retelling retelling = new Retelling();
  private final List<String> mayDiffer = new ArrayList<>();
  private boolean changed;

  Retold(LiveSandbox sandbox, Conversation conversation) {
    this.sandbox = sandbox;
    this.conversation = conversation;
    mayDiffer.addAll(conversation.mayDiffer());
    mayDiffer.addAll(conversation.givenOut());
  }

  void play(SoftAssertions each) throws IOException {
    for (Exchange exchange : conversation.exchanges()) {
      var told = tell(exchange);
      var text = LiveSandbox.text(told);
      var written = exchange.answer();
      each.assertThat(told.status() + "\n" + likeness(text))
          .as("%s: %s", conversation.name(), exchange.meaning())
          .isEqualTo(written.status() + "\n" + likeness(retelling.retell(written.body())));
      remember(exchange, text);
    }
  }

  private Heard tell(Exchange exchange) throws IOException {
    var request = exchange.request();
    var retold = retelling.retell(request.body());
    var mediaType = request.headers().getOrDefault("content-type", "");
    return sandbox.send(
        request.method(), request.path(), mediaType, changed ? signedAnew(retold) : retold);
  }

  private Object likeness(String body) {
    return GoldenConversationsTest.Printed.likeness(body, mayDiffer);
  }

  private void remember(Exchange exchange, String told) {
    for (String path : conversation.givenOut()) {
      var golden = find(exchange.answer().body(), path);
      var actual = find(told, path);
      if (!golden.isEmpty() && !actual.isEmpty()) {
        retelling.give(golden, actual);
        changed = true;
      }
    }
  }

  private static String find(String body, String path) {
    if (body.startsWith("<")) {
      var name = path.substring(path.lastIndexOf('.') + 1);
      return first(Pattern.compile("<" + name + ">([^<]*)</" + name + ">"), body);
    }
    var pointer = JsonPointer.compile("/" + path.replace('.', '/'));
    return JsonMapper.shared().readTree(body).at(pointer).asString("");
  }

  /// Of a payment, which is signed under the number that was given out.
  private static String signedAnew(String body) {
    var number = first(Pattern.compile("tr_id\"? *[:>] *\"?([0-9]+)"), body);
    var username = first(Pattern.compile("username\"? *[:>] *\"?([0-9A-Za-z]+)"), body);
    var key = KEYS.get(username);
    if (number.isEmpty() || key == null) {
      return body;
    }
    return SIGN.matcher(body).replaceFirst("$1" + new Client(username, key).sign(number));
  }

  private static String first(Pattern pattern, String body) {
    var found = pattern.matcher(body);
    return found.find() ? found.group(1) : "";
  }
}
