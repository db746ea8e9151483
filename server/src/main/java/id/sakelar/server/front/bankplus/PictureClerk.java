package id.sakelar.server.front.bankplus;

import id.sakelar.server.banking.ImageStore;
import id.sakelar.wire.Message;
import id.sakelar.wire.bankplus.Picture;
import id.sakelar.wire.bankplus.Reply;
import id.sakelar.wire.bankplus.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Keeps pictures of customers and their identity cards. Thread-safe.
record PictureClerk(ImageStore images, ImageStore.Kind kind) implements Clerk<Message, Picture> {
  @Override
  public Reply<Picture> answer(Visit visit, Message question) {
    try {
      return Reply.done(new Picture(images.put(question.body(), kind)));
    } catch (IllegalArgumentException e) {
      return Reply.refused(Sentence.FORMAT.refusal());
    } catch (IOException e) {
      throw new UncheckedIOException("a picture could not be kept", e);
    }
  }
}
