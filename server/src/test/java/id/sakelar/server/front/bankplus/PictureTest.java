package id.sakelar.server.front.bankplus;

import static id.sakelar.server.front.bankplus.Desk.done;
import static id.sakelar.server.front.bankplus.Desk.said;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Message;
import id.sakelar.wire.bankplus.Bankplus;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Pictures of customers' papers: kept under names of ours, for agents in session only.
class PictureTest {
  private static final Demo AGENT = Demo.of(1);
  private static final byte[] PNG =
      Arrays.copyOf(HexFormat.of().parseHex("89504e470d0a1a0a"), 100_000);

  private static Branch branch;

  @BeforeAll
  static void moveIn() throws Exception {
    branch = Branch.open();
    branch.add(AGENT, Rupiah.of(1_000_000));
  }

  @AfterAll
  static void moveOut() throws Exception {
    branch.close();
  }

  @Test
  void a_picture_is_kept_and_has_a_name() throws Exception {
    var answer = Desk.of(branch, AGENT).ask(Bankplus.CARD_PICTURE, new Message("image/png", PNG));

    assertThat(done(Bankplus.CARD_PICTURE, answer).image())
        .matches("identity-card/[0-9a-f]{32}\\.png");
  }

  @Test
  void strangers_keep_nothing() throws Exception {
    var answer = Desk.at(branch).ask(Bankplus.PORTRAIT_PICTURE, new Message("image/png", PNG));

    assertThat(said(answer)).startsWith("401 SESSION_NOT_FOUND");
  }

  @Test
  void what_is_no_picture_or_too_large_is_refused() throws Exception {
    var desk = Desk.of(branch, AGENT);
    var script = new Message("image/jpeg", "<script>".getBytes(UTF_8));
    var text = new Message("text/html", PNG);
    var large = new Message("image/png", Arrays.copyOf(PNG, 256 * 1024 + 1));

    assertThat(said(desk.ask(Bankplus.CARD_PICTURE, script))).startsWith("400 BAD_REQUEST");
    assertThat(said(desk.post(Bankplus.CARD_PICTURE.path(), text))).startsWith("400 BAD_REQUEST");
    assertThat(said(desk.ask(Bankplus.CARD_PICTURE, large))).startsWith("413 BAD_REQUEST");
  }
}
