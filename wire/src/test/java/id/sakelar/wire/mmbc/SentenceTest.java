package id.sakelar.wire.mmbc;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.wire.Garbled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The sentences of refusal, and the way back from what a biller has said.
class SentenceTest {
  @ParameterizedTest
  @EnumSource
  void a_sentence_is_recognized(Sentence sentence) {
    assertThat(Sentence.of(" " + sentence.about("abc").replace(" ", "\n "))).contains(sentence);
    assertThat(Sentence.of(sentence.about("abc") + " Atau tidak?")).isEmpty();
  }

  @Test
  void what_is_printed_is_said_to_the_letter() {
    assertThat(Sentence.NOT_ALLOWED.about("xxx"))
        .isEqualTo(
            "Maaf, user xxx tidak di izinkan untuk gunakan fitur transfer bank."
                + " Silakan contact IT MMBC.");
    assertThat(Sentence.FAILURE_INVOICE.about("11111111111"))
        .isEqualTo("Failure Invoice 11111111111!");
    assertThat(Sentence.FORMAT.about("xxx")).isEqualTo("Format data tidak valid.");
  }

  @Test
  void a_sentence_nobody_has_written_is_none() {
    assertThat(Sentence.of("")).isEmpty();
    assertThat(Sentence.of("invalid login")).isEmpty();
    assertThat(Sentence.of("Failure Invoice")).isEmpty();
  }

  @Test
  void what_is_unreadable_as_a_whole_is_a_matter_of_format() {
    assertThat(Sentence.of(Garbled.message("the body is not UTF-8"))).isEqualTo(Sentence.FORMAT);
    assertThat(Sentence.of(Garbled.field("cvv", "is there twice"))).isEqualTo(Sentence.FORMAT);
    assertThat(Sentence.of(Garbled.field("customer_number", "is missing")))
        .isEqualTo(Sentence.CUSTOMER_NUMBER);
  }
}
