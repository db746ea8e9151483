package id.sakelar.wire.iak;

import id.sakelar.wire.Codec;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Json.Items;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Limits;
import id.sakelar.wire.StrictJson;
import id.sakelar.wire.StrictXml;
import java.util.List;

/// Reads and writes the outermost of a message in one format. In JSON an answer stands inside
/// `data`, beside an empty `meta`; in XML it is the root.
final class Scribe {
  private static final String ROOT = "mp";

  private final Format format;

  Scribe(Format format) {
    this.format = format;
  }

  Codec<Question> questions() {
    Codec<Members> outer =
        switch (format) {
          case JSON -> json(Limits.QUESTION);
          case XML -> xml(StrictXml.ofQuestions(ROOT));
        };
    return Codec.of(
        message -> {
          format.check(message);
          return Question.read(new Fields(outer.read(message)));
        },
        question -> outer.write(question.spelled()));
  }

  /// Answers as they are, whatever media type they claim.
  Codec<Members> answers(Limits limits) {
    return switch (format) {
      case JSON -> inData(json(limits));
      case XML -> xml(StrictXml.ofAnswers(ROOT, limits));
    };
  }

  private static Codec<Members> inData(Codec<Members> body) {
    return Codec.of(
        message -> new Fields(body.read(message)).members("data"),
        data ->
            body.write(
                new Draft().json("data", data).json("meta", new Items(List.of())).members()));
  }

  private static Codec<Members> json(Limits limits) {
    var json = new StrictJson(limits);
    return Codec.of(json::read, json::write);
  }

  private static Codec<Members> xml(StrictXml xml) {
    return Codec.of(xml::read, xml::write);
  }
}
