package id.sakelar.wire.iak;

import id.sakelar.wire.Codec;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Json.Text;
import id.sakelar.wire.Limits;
import java.util.List;

/// What can be paid; perhaps nothing. Immutable.
public record PriceList(List<PricedProduct> products) {
  /// A price list runs to thousands of lines.
  private static final Limits LIMITS = Limits.ANSWER.withBodyBytes(4 * 1024 * 1024);

  private static final String LINES = "pasca";

  public PriceList {
    products = List.copyOf(products);
  }

  /// In XML the lines stand inside `data` too, which no other answer has there.
  static Codec<Reply<PriceList>> codec(Format format) {
    var outer = new Scribe(format).answers(LIMITS);
    return switch (format) {
      case JSON -> Reply.codec(outer, it -> it.has(LINES), PriceList::read, PriceList::spelled);
      case XML ->
          Reply.codec(
              outer,
              it -> it.has("data"),
              it -> isEmpty(it) ? new PriceList(List.of()) : read(it.group("data")),
              it -> new Draft().json("data", it.spelled()).members());
    };
  }

  private static boolean isEmpty(Fields body) throws Garbled {
    return body.json("data") instanceof Text(String text) && text.isBlank();
  }

  private static PriceList read(Fields data) throws Garbled {
    return new PriceList(data.repeated(LINES, PricedProduct::read));
  }

  private Members spelled() {
    return new Draft().rows(LINES, products, PricedProduct::draft).members();
  }
}
