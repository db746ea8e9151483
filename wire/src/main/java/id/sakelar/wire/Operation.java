package id.sakelar.wire;

/// One thing a dialect lets a caller ask: where it is posted, and how both messages are spelled.
///
/// An operation is data. A front door serves it, a connector calls it, the simulator serves it and
/// the golden conversations replay it; none of them writes down a path or a field name again.
///
/// @param path begins with a slash and has no host
/// @param <Q> the question
/// @param <A> the answer
public record Operation<Q, A>(String path, Codec<Q> question, Codec<A> answer) {}
