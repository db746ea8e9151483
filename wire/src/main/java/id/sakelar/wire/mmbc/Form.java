package id.sakelar.wire.mmbc;

import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Message;
import id.sakelar.wire.StrictForm;
import java.util.function.Function;

/// Spells one kind of question: read from whatever a server was sent, written as a client posts it.
/// Safe for use by many threads.
///
/// @param <Q> the question
public final class Form<Q> {
  private final Fields.Reader<Q> reader;
  private final Function<Q, Members> writer;

  Form(Fields.Reader<Q> reader, Function<Q, Members> writer) {
    this.reader = reader;
    this.writer = writer;
  }

  /// The question that the parameters make up; those it does not know are ignored.
  ///
  /// @throws Garbled naming the field that is missing or is not what it has to be
  public Q read(Parameters parameters) throws Garbled {
    return reader.read(parameters.fields());
  }

  /// A body of `application/x-www-form-urlencoded`; an empty one for a question without parameters.
  public Message write(Q question) {
    return StrictForm.write(writer.apply(question));
  }
}
