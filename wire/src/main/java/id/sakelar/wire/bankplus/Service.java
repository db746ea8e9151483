package id.sakelar.wire.bankplus;

import id.sakelar.wire.Codec;
import java.util.List;

/// One thing an agent can ask for: where, how, and how both messages are spelled. It is data, as an
/// [id.sakelar.wire.Operation] is, for a question that may come by several methods.
///
/// @param methods `POST`, and `GET` for a question that needs no parameters
/// @param path begins with a slash and has no host
/// @param <Q> the question
/// @param <A> the answer, unless it is a refusal
public record Service<Q, A>(
    List<String> methods, String path, Codec<Q> question, Codec<Reply<A>> answer) {
  public Service {
    methods = List.copyOf(methods);
  }

  static <Q, A> Service<Q, A> post(String path, Codec<Q> question, Codec<Reply<A>> answer) {
    return new Service<>(List.of("POST"), "/bankplus/" + path, question, answer);
  }

  /// A question without parameters.
  static <A> Service<Blank, A> plain(String path, Codec<Reply<A>> answer) {
    return plain(path, Questions.BLANK, answer);
  }

  /// A question whose parameters may all be missing.
  static <Q, A> Service<Q, A> plain(String path, Codec<Q> question, Codec<Reply<A>> answer) {
    return new Service<>(List.of("POST", "GET"), "/bankplus/" + path, question, answer);
  }
}
