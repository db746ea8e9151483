package id.sakelar.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// No body, however it is made, costs the reader of XML more than a few milliseconds or anything
/// but a refusal.
class XmlTimeTest {
  private static final Duration MOST = Duration.ofMillis(5);
  private static final int TRIES = 50;

  private static final String PLAIN =
      """
      <?xml version="1.0" ?>
      <mp>
        <commands>inq-pasca</commands>
        <username>123123123</username>
        <desc>
          <amount>100000</amount>
          <note>&lt;a&#65;&amp;</note>
        </desc>
      </mp>""";

  private final StrictXml xml = StrictXml.ofQuestions("mp");

  @ParameterizedTest(name = "{0}")
  @MethodSource("id.sakelar.wire.StrictXmlTest#hostile")
  void a_refusal_is_quick(String name, String body, String why) {
    var message = Message.of(StrictXml.MEDIA_TYPE, body);

    Duration quickest = quickest(message, why);

    assertThat(quickest).as(name).isLessThan(MOST);
  }

  /// The least of what some tries cost: others use this machine, too.
  private Duration quickest(Message message, String why) {
    var threads = ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < TRIES && least > MOST.toNanos() / 2; i++) {
      long start = threads.getCurrentThreadCpuTime();
      assertThat(refusal(message)).isEqualTo(why);
      least = Math.min(least, threads.getCurrentThreadCpuTime() - start);
    }
    return Duration.ofNanos(least);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_261_120})
  void whatever_is_made_of_a_document_is_read_or_refused(long seed) throws Garbled {
    var random = new SplittableRandom(seed);
    var scraps =
        new String[] {
          "<", ">", "/", "&", ";", "<a>", "</a>", "<!", "<?", "]]>", "\"", "=", "x:", " "
        };
    for (int run = 0; run < 5_000; run++) {
      var body = new StringBuilder(PLAIN);
      for (int change = random.nextInt(4); change >= 0; change--) {
        int at = random.nextInt(body.length());
        body.replace(at, Math.min(body.length(), at + random.nextInt(3)), one(scraps, random));
      }
      var message = Message.of(StrictXml.MEDIA_TYPE, body.toString());

      if (refusal(message).isEmpty()) {
        var read = xml.read(message);
        assertThat(xml.read(xml.write(read))).isEqualTo(read);
      }
    }
  }

  private static String one(String[] scraps, SplittableRandom random) {
    return scraps[random.nextInt(scraps.length)];
  }

  /// Why `message` is refused; empty if it is not.
  private String refusal(Message message) {
    try {
      xml.read(message);
      return "";
    } catch (Garbled e) {
      return String.valueOf(e.getMessage());
    }
  }
}
