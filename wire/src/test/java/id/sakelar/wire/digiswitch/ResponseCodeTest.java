package id.sakelar.wire.digiswitch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The list of response codes, as the documentation tells it.
class ResponseCodeTest {
  @Test
  void the_published_codes_are_all_here() {
    assertThat(Arrays.stream(ResponseCode.values()).map(ResponseCode::rc))
        .containsExactly(
            "00 01 02 03 40 41 42 43 44 45 46 47 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63 64 65"
                .concat(" 66 67 68 69 70 71 72 73 74 80 81 82 83 84 85 86 87 88 99")
                .split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "00, Transaksi Sukses, SUCCESS, 200",
    "01, Waktu habis, FAILURE, 200",
    "02, Transaksi Gagal, FAILURE, 200",
    "03, Transaksi Pending, PENDING, 200",
    "41, Signature tidak valid, FAILURE, 400",
    "50, Transaksi tidak ditemukan, FAILURE, 200",
    "87, Transaksi e-money wajib kelipatan Rp 1.000, FAILURE, 400",
    "99, Gangguan router, PENDING, 200"
  })
  void a_code_says_how_it_stands(String rc, String message, Status status, int http) {
    assertThat(ResponseCode.of(rc))
        .hasValueSatisfying(
            code -> {
              assertThat(code.message()).isEqualTo(message);
              assertThat(code.status()).isEqualTo(status);
              assertThat(code.httpStatus()).isEqualTo(http);
            });
  }

  @Test
  void only_00_succeeds_and_only_03_and_99_are_undecided() {
    assertThat(ResponseCode.values())
        .filteredOn(code -> code.status() != Status.FAILURE)
        .containsExactly(ResponseCode.SUCCESS, ResponseCode.PENDING, ResponseCode.ROUTER);
  }

  @Test
  void the_words_are_those_of_the_page() {
    assertThat(Arrays.stream(Status.values()).map(Status::word))
        .containsExactly("Sukses", "Gagal", "Pending");
  }
}
