package id.sakelar.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.conversations.Exchange;
import java.io.IOException;
import java.util.List;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// JSON as one text that is equal for answers that are alike: the same keys in the same nesting and
/// order, the same types, the same values — of some values the type only.
final class Likeness {
  private static final JsonMapper JSON = JsonMapper.shared();

  private Likeness() {}

  /// @param mayDiffer paths whose values do not count, such as `data.balance` or `data[0].name`
  static String of(String json, List<String> mayDiffer) {
    var tree = JSON.readTree(json);
    for (String path : mayDiffer) {
      blank(tree, pointer(path));
    }
    return tree.toPrettyString();
  }

  /// What the sandbox answers when the question of `exchange` is put to it.
  static String told(LiveSandbox sandbox, Exchange exchange, List<String> mayDiffer)
      throws IOException {
    var request = exchange.request();
    var heard = sandbox.post(request.path(), request.body());
    assertThat(heard.findHeader("Content-Type")).hasValue("application/json;charset=utf-8");
    return heard.status() + " " + of(LiveSandbox.text(heard), mayDiffer);
  }

  /// What is written down as the answer of `exchange`.
  static String printed(Exchange exchange, List<String> mayDiffer) {
    var answer = exchange.answer();
    return answer.status() + " " + of(answer.body(), mayDiffer);
  }

  private static JsonPointer pointer(String path) {
    return JsonPointer.compile("/" + path.replace("]", "").replaceAll("[.\\[]", "/"));
  }

  private static void blank(JsonNode tree, JsonPointer pointer) {
    var last = pointer.last().getMatchingProperty();
    if (tree.at(pointer.head()) instanceof ObjectNode parent && parent.has(last)) {
      parent.put(last, "any " + parent.get(last).getNodeType());
    }
  }
}
