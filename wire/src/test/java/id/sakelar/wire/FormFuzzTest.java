package id.sakelar.wire;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Json.Text;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever comes, the reader of forms returns a form within its limits or says that it is garbled.
/// A failure names its seed; add it to the list.
class FormFuzzTest {
  private static final int RUNS = 4_000;

  private static final String[] TYPES = {
    "application/x-www-form-urlencoded",
    "application/x-www-form-urlencoded; charset=utf-8",
    "multipart/form-data; boundary=b",
    "application/json",
    "text/plain",
    "",
    "; \"",
  };

  private static final String[] PIECES = {
    "a",
    "amount",
    "=",
    "&",
    "%",
    "%00",
    "%C3%A9",
    "%C3",
    "+",
    "[]",
    "\0",
    "\r\n",
    "--b",
    "--",
    "Content-Disposition: form-data; name=\"a\"",
    "\r\n\r\n",
    "; filename=\"x\"",
    "{",
    "}",
    "\"",
    ":",
    ",",
    "1e5",
    "\\ud800",
    "é",
    "\uFFFF",
    ";",
    "name=",
    "'",
  };

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_260_101})
  void anything_is_a_form_or_garbled(long seed) {
    var random = new SplittableRandom(seed);
    int read = 0;
    for (int run = 0; run < RUNS; run++) {
      var message = new Message(one(random, TYPES), anything(random));
      read += isRead(message) ? 1 : 0;
    }

    assertThat(read).isBetween(1, RUNS - 1);
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 20_260_102})
  void a_written_form_is_read_as_it_was(long seed) throws Garbled {
    var random = new SplittableRandom(seed);
    for (int run = 0; run < RUNS; run++) {
      var form = form(random);
      if (!form.fields().isEmpty()) {
        var written = StrictForm.write(form);

        assertThat(StrictForm.body(written)).isEqualTo(form);
        assertThat(StrictForm.query(written.text())).isEqualTo(form);
      }
    }
  }

  private static boolean isRead(Message message) {
    try {
      var form = StrictForm.body(message).fields();
      assertThat(form).hasSizeLessThanOrEqualTo(32);
      form.forEach(FormFuzzTest::isWithinLimits);
      return true;
    } catch (Garbled e) {
      assertThat(e).hasNoCause();
      return false;
    }
  }

  private static void isWithinLimits(String name, Json value) {
    assertThat(name).matches("[!-~]{1,64}");
    assertThat(((Text) value).text()).hasSizeLessThanOrEqualTo(512).doesNotContain("\0");
  }

  private static byte[] anything(RandomGenerator random) {
    var bytes = new ByteArrayOutputStream();
    for (int rest = random.nextInt(24); rest > 0; rest--) {
      if (random.nextInt(12) == 0) {
        bytes.write(random.nextInt(256));
      } else {
        bytes.writeBytes(Message.json(one(random, PIECES)).body());
      }
    }
    return bytes.toByteArray();
  }

  private static Members form(RandomGenerator random) {
    Map<String, Json> fields = new LinkedHashMap<>();
    for (int rest = random.nextInt(9); rest > 0; rest--) {
      fields.put(
          "n" + text(random, List.of("a", "[", "]", "%", "&", "=", "+")),
          new Text(
              text(
                  random,
                  List.of("a", " ", "+", "&", "=", "%", "é", "\r\n", "\uD83D\uDE00", "\u0001"))));
    }
    return new Members(fields);
  }

  private static String text(RandomGenerator random, List<String> letters) {
    var text = new StringBuilder();
    for (int rest = random.nextInt(20); rest > 0; rest--) {
      text.append(letters.get(random.nextInt(letters.size())));
    }
    return text.toString();
  }

  private static String one(RandomGenerator random, String[] of) {
    return of[random.nextInt(of.length)];
  }
}
