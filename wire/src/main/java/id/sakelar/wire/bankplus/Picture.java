package id.sakelar.wire.bankplus;

import id.sakelar.wire.Codec;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import java.util.Set;

/// A picture of a customer's papers that was taken in; an extension. The question is the picture
/// itself. Immutable.
///
/// @param image what an [OpenAccount] calls it
public record Picture(String image) {
  private static final Set<String> TYPES = Set.of("image/jpeg", "image/png");

  /// A question that is a picture.
  static final Codec<Message> QUESTION = Codec.of(Picture::check, message -> message);

  private static Message check(Message message) throws Garbled {
    if (!TYPES.contains(message.mediaType())) {
      throw Garbled.message("the body is no picture");
    }
    return message;
  }

  static Picture read(Fields from) throws Garbled {
    return new Picture(from.text("image"));
  }

  Draft spelled() {
    return new Draft().text("image", image);
  }
}
