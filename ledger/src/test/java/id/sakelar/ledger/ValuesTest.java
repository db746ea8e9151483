package id.sakelar.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sakelar.money.Rupiah;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What goes into the books checks itself.
class ValuesTest {
  private static final AccountId SHOP = new AccountId("partner:shop");
  private static final AccountId BANK = new AccountId("bank");
  private static final Posting POSTING = new Posting(BANK, SHOP, Rupiah.of(1));

  @ParameterizedTest
  @ValueSource(strings = {"", "Shop", "1shop", "shop two", "warung-é", "shop\n"})
  void an_account_has_a_plain_name(String name) {
    assertThatThrownBy(() -> new AccountId(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a name of an account: '" + name + "'");
  }

  @Test
  void a_posting_has_two_ends() {
    assertThatThrownBy(() -> new Posting(SHOP, SHOP, Rupiah.of(1)))
        .hasMessage("a posting has two ends, not twice partner:shop");
  }

  @Test
  void a_posting_moves_a_positive_amount_up_to_ten_to_the_thirteen_sen() {
    assertThatThrownBy(() -> new Posting(BANK, SHOP, Rupiah.ZERO))
        .hasMessage("a posting moves a positive amount, not Rp0");
    assertThatThrownBy(() -> new Posting(BANK, SHOP, new Rupiah(-1)))
        .hasMessage("a posting moves a positive amount, not -Rp0.01");
    assertThatThrownBy(() -> new Posting(BANK, SHOP, new Rupiah(10_000_000_000_001L)))
        .hasMessage("a posting moves at most Rp100000000000, not Rp100000000000.01");
    assertThat(new Posting(BANK, SHOP, Posting.MOST).amount().sen()).isEqualTo(10_000_000_000_000L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "p 1", "p\u0000", "p\ud800", "p’"})
  void a_subject_is_plain_ascii(String subject) {
    assertThatThrownBy(() -> unit(subject, "HOLD", List.of()))
        .hasMessage("not a subject of a unit: '" + subject + "'");
  }

  @Test
  void a_kind_of_unit_is_a_word_in_capitals() {
    assertThatThrownBy(() -> unit("p1", "Hold", List.of()))
        .hasMessage("not a kind of unit: 'Hold'");
  }

  @Test
  void a_unit_has_at_most_a_hundred_postings() {
    assertThat(unit("p1", "HOLD", Collections.nCopies(100, POSTING)).postings()).hasSize(100);
    assertThatThrownBy(() -> unit("p1", "HOLD", Collections.nCopies(101, POSTING)))
        .hasMessage("a unit has at most 100 postings, not 101");
  }

  @Test
  void the_limits_of_an_account_let_it_start_empty() {
    assertThatThrownBy(() -> new Account(SHOP, "partner", Rupiah.of(1), null, false))
        .hasMessage("a floor is -Rp1000000000000000 to Rp0, not Rp1");
    assertThatThrownBy(() -> new Account(SHOP, "partner", Rupiah.ZERO, Rupiah.of(-1), false))
        .hasMessage("a ceiling is Rp0 to Rp1000000000000000, not -Rp1");
    assertThatThrownBy(() -> new Account(SHOP, "two words", Rupiah.ZERO, null, false))
        .hasMessage("not a kind of account: 'two words'");
    assertThatThrownBy(() -> new Account(SHOP, "house", Rupiah.ZERO, null, true))
        .hasMessage("a striped account has no floor and no ceiling: partner:shop");
  }

  @Test
  void there_are_one_to_sixteen_writers() {
    assertThatThrownBy(() -> new Books.Size(17, 1)).hasMessage("there are 1 to 16 writers, not 17");
    assertThatThrownBy(() -> new Books.Size(1, 0))
        .hasMessage("a queue has room for a unit, not for 0");
  }

  private static Unit<String> unit(String subject, String kind, List<Posting> postings) {
    return new Unit<>(subject, kind, postings, SHOP, "");
  }
}
