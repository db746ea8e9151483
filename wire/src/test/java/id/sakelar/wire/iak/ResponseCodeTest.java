package id.sakelar.wire.iak;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.wire.Garbled;
import id.sakelar.wire.iak.ResponseCode.Standing;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The list of codes.
class ResponseCodeTest {
  @Test
  void the_whole_published_list_is_here() {
    assertThat(codes(Standing.SUCCESS, Standing.PENDING, Standing.FAILURE))
        .containsExactly(
            ("00 01 02 03 04 05 06 07 08 09 10 11 13 14 15 16 17 20 30 31 32 33 34 35 36 37 38 39 40"
                    + " 41 42 43 91 92 93 94 100 101 102 103 105 106 107 108 109 110 117 118 201")
                .split(" "));
  }

  @Test
  void three_codes_leave_a_payment_undecided() {
    assertThat(codes(Standing.PENDING)).containsExactly("05", "39", "201");
    assertThat(codes(Standing.SUCCESS)).containsExactly("00");
  }

  @ParameterizedTest
  @EnumSource
  void a_code_is_found_by_its_digits(ResponseCode code) {
    assertThat(ResponseCode.of(code.code())).hasValue(code);
    assertThat(code.message()).isNotBlank().hasSizeLessThanOrEqualTo(64);
    assertThat(code.httpStatus()).isEqualTo(code == ResponseCode.PAYLOAD ? 400 : 200);
  }

  @ParameterizedTest
  @CsvSource({
    "SUCCESS, PAYMENT SUCCESS",
    "PAYMENT_FAILED, PEMBAYARAN GAGAL",
    "PENDING, PENDING / TRANSAKSI SEDANG DIPROSES",
    "NOT_RECEIVED, REQUEST PEMBAYARAN BELUM DITERIMA"
  })
  void published_messages_are_told_as_published(ResponseCode code, String message) {
    assertThat(code.message()).isEqualTo(message);
  }

  @Test
  void no_other_code_is_guessed() {
    for (String other : List.of("", "0", "000", "12", "1", "999", " 00")) {
      assertThat(ResponseCode.of(other)).isEmpty();
    }
  }

  @Test
  void what_is_to_blame_on_no_field_is_to_blame_on_the_body() {
    assertThat(ResponseCode.of(Garbled.message("x"))).isEqualTo(ResponseCode.PAYLOAD);
    assertThat(ResponseCode.of(Garbled.field("amount", "x"))).isEqualTo(ResponseCode.AMOUNT);
  }

  private static List<String> codes(Standing... standings) {
    return Arrays.stream(ResponseCode.values())
        .filter(it -> List.of(standings).contains(it.standing()))
        .map(ResponseCode::code)
        .toList();
  }
}
