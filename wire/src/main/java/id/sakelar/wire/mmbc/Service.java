package id.sakelar.wire.mmbc;

import id.sakelar.wire.Codec;

/// One thing the dialect lets a caller ask: where, how, and how both messages are spelled. It is
/// data, as an [id.sakelar.wire.Operation] is, for a question that may come in several places.
///
/// @param method `POST`, or `GET` for a question without parameters
/// @param path begins with a slash and has no host
/// @param <Q> the question
/// @param <A> the answer, unless it is a refusal
public record Service<Q, A>(String method, String path, Form<Q> question, Codec<Reply<A>> answer) {
  static <Q, A> Service<Q, A> post(String path, Form<Q> question, Codec<Reply<A>> answer) {
    return new Service<>("POST", path, question, answer);
  }
}
