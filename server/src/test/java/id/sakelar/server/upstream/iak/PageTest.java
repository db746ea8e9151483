package id.sakelar.server.upstream.iak;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.server.upstream.BillersPage;
import id.sakelar.wire.iak.ResponseCode;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Operators read what the connector does.
class PageTest {
  private static final List<ResponseCode> CODES = List.of(ResponseCode.values());

  @Test
  void the_page_says_what_each_code_means() {
    assertThat(BillersPage.read())
        .contains(
            BillersPage.rows("an order", CODES, Meaning::ofOrder, ResponseCode::code)
                + BillersPage.rows(
                    "a status question", CODES, Meaning::ofStatus, ResponseCode::code));
  }
}
