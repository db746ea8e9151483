package id.sakelar.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What makes two answers in XML alike.
class XmlLikenessTest {
  private static final String ANSWER =
      """
      <?xml version="1.0"?>
      <mp>
        <tr_id>1</tr_id>
        <balance>5</balance>
        <noref></noref>
        <desc>
          <detail>
            <periode>201601 &amp; 201602</periode>
          </detail>
          <detail/>
        </desc>
      </mp>""";

  @Test
  void elements_are_told_in_their_order_with_their_texts() {
    assertThat(XmlLikeness.of(ANSWER, List.of()))
        .containsExactly(
            "mp=",
            "mp.tr_id=1",
            "mp.balance=5",
            "mp.noref=",
            "mp.desc=",
            "mp.desc.detail=",
            "mp.desc.detail.periode=201601 & 201602",
            "mp.desc.detail=");
  }

  @Test
  void a_text_that_may_differ_is_any_text_and_an_absent_one_is_told() {
    assertThat(XmlLikeness.of(ANSWER, List.of("mp.balance", "mp.noref", "mp.desc", "mp.tr")))
        .containsExactly(
            "mp=",
            "mp.tr_id=1",
            "mp.balance=any",
            "mp.noref=",
            "mp.desc=",
            "mp.desc.detail=",
            "mp.desc.detail.periode=any",
            "mp.desc.detail=");
  }

  @Test
  void what_is_no_xml_is_like_nothing() {
    assertThatThrownBy(() -> XmlLikeness.of("{}", List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the answer is not XML");
  }
}
