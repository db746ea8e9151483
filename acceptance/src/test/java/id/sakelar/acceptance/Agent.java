package id.sakelar.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.http.Heard;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An agent of the sandbox's bank behind the counter. Asking is thread-safe.
final class Agent {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final AtomicLong SIDS = new AtomicLong();

  private final LiveSandbox sandbox;
  private final String session;

  private Agent(LiveSandbox sandbox, String session) {
    this.sandbox = sandbox;
    this.session = session;
  }

  /// The agent of the document.
  static Agent one(LiveSandbox sandbox) throws IOException {
    return logIn(sandbox, "BNIUS100294", "T6jkl4ss");
  }

  static Agent other(LiveSandbox sandbox) throws IOException {
    return logIn(sandbox, "BNIUS100268", "A31jKb99");
  }

  static Agent logIn(LiveSandbox sandbox, String username, String password) throws IOException {
    var body = "{\"username\":\"" + username + "\",\"password\":\"" + password + "\"}";
    var told =
        JSON.readTree(LiveSandbox.text(sandbox.tell("/bankplus/users/auth", Map.of(), body)));
    assertThat(told.get("code").asString()).as(told.toString()).isEqualTo("00");
    return new Agent(sandbox, told.get("session_id").asString());
  }

  String session() {
    return session;
  }

  /// A reference that nobody has used.
  static String freshSid() {
    return "sid-" + SIDS.incrementAndGet();
  }

  /// What is answered to a call with a reference of its own.
  JsonNode ask(String path, String body) throws IOException {
    return JSON.readTree(LiveSandbox.text(send(path, freshSid(), body)));
  }

  /// What is answered to a call with this reference.
  JsonNode ask(String path, String sid, String body) throws IOException {
    return JSON.readTree(LiveSandbox.text(send(path, sid, body)));
  }

  Heard send(String path, String sid, String body) throws IOException {
    var headers = new HashMap<>(Map.of("sessionid", session));
    if (!sid.isEmpty()) {
      headers.put("sid", sid);
    }
    return sandbox.tell("/bankplus/" + path, headers, body);
  }
}
