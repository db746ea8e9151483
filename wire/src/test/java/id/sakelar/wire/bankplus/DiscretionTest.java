package id.sakelar.wire.bankplus;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.conversations.Conversation;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Questions and answers print no secret, and nothing about a person.
class DiscretionTest {
  /// Passwords, PINs under all their names, sessions; and what a counter learns about people.
  private static final List<String> SECRETS =
      List.of(
          "T6jkl4ss",
          "T6jkl4s1",
          "A31jKb99",
          "359569",
          "951753",
          "112233",
          "246810",
          "135790",
          "pAUvTI7MKmexnAw4vwO5nbOiwluGIaRJopdS7eZAI3M13AM3FPHDAkzYp3iNEIsG032Gu30mX5W6tUxI",
          "gabymars",
          "gaby@email.com",
          "SITI",
          "AMINAH",
          "mamih",
          "12345678900876",
          "3515086504900001",
          "1997-08-01",
          "0899832",
          "089689677052",
          "031990",
          "114451186",
          "ARDHA HERDIANTO",
          "202696682");

  static Stream<Map.Entry<String, Object>> all() {
    return Conversation.listAll("bankplus").stream()
        .flatMap(it -> it.exchanges().stream())
        .filter(it -> it.request().path().startsWith("/bankplus/"))
        .flatMap(
            it -> {
              var service = Services.at(it.request().path());
              var question = Message.json(it.request().body());
              return Stream.of(
                  Map.entry(it.request().path(), read(service.question(), question)),
                  Map.entry(
                      it.request().path(),
                      read(service.answer(), Message.json(it.answer().body()))));
            });
  }

  private static Object read(id.sakelar.wire.Codec<?> codec, Message message) {
    try {
      return codec.read(message);
    } catch (Garbled e) {
      return e;
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void nothing_prints_a_secret_or_a_person(Map.Entry<String, Object> said) {
    assertThat(said.getValue().toString()).doesNotContain(SECRETS);
  }
}
