package id.sakelar.server.upstream.mmbc;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.server.upstream.BillersPage;
import id.sakelar.wire.mmbc.Sentence;
import id.sakelar.wire.mmbc.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Operators read what the connector does.
class PageTest {
  private static final List<Status> STATUSES = List.of(Status.values());
  private static final List<Sentence> SENTENCES = List.of(Sentence.values());

  @Test
  void the_page_says_what_each_word_means() {
    assertThat(BillersPage.read())
        .contains(
            BillersPage.rows("an order", STATUSES, Meaning::ofOrder, Status::name)
                + BillersPage.rows("a status question", STATUSES, Meaning::ofStatus, Status::name))
        .contains(
            BillersPage.rows("an order", SENTENCES, Meaning::ofOrder, Sentence::name)
                + BillersPage.rows(
                    "a status question", SENTENCES, Meaning::ofStatus, Sentence::name));
  }
}
