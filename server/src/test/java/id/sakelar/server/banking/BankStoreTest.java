package id.sakelar.server.banking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sakelar.server.partner.Database;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The list of banks, and the one that is shipped.
class BankStoreTest {
  private static final Bank BNI = new Bank("009", "BNINIDJA", "BNI 46", "BNI");
  private static final Bank BCA = new Bank("012", null, "BANK BCA", "BCA");
  private static final Bank MANDIRI = new Bank("008", "BMRIIDJA", "BANK MANDIRI", "MANDRI");

  private Database database;
  private BankStore banks;

  @BeforeEach
  void open() throws SQLException {
    database = Database.create();
    banks = new BankStore(database.jdbi());
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  @Test
  void a_list_keeps_its_order_and_takes_the_place_of_the_one_before() {
    banks.put(List.of(BNI, BCA));
    assertThat(banks.list()).containsExactly(BNI, BCA);

    banks.put(List.of(MANDIRI, BNI));
    assertThat(banks.list()).containsExactly(MANDIRI, BNI);
  }

  @Test
  void a_list_that_is_there_is_not_filled() {
    banks.fill(List.of(BNI));
    banks.fill(List.of(MANDIRI, BCA));

    assertThat(banks.list()).containsExactly(BNI);
  }

  @Test
  void a_bank_is_found_by_its_digits_or_its_bic() {
    banks.put(List.of(BNI, BCA));

    assertThat(banks.find("009")).contains(BNI);
    assertThat(banks.find("BNINIDJA")).contains(BNI);
    assertThat(banks.find("012")).contains(BCA);
    assertThat(banks.find("9")).isEmpty();
    assertThat(banks.find("bninidja")).isEmpty();
    assertThat(banks.find("")).isEmpty();
  }

  @Test
  void the_shipped_list_is_whole() {
    var shipped = BankFile.shipped();
    banks.fill(shipped);

    assertThat(banks.list()).isEqualTo(shipped).hasSizeGreaterThan(100);
    assertThat(shipped).extracting(Bank::code).isSorted().doesNotHaveDuplicates();
    assertThat(shipped).extracting(Bank::shortName).doesNotHaveDuplicates();
    assertThat(banks.find("CENAIDJA")).contains(new Bank("014", "CENAIDJA", "BANK BCA", "BCA"));
    assertThat(banks.find("451").orElseThrow().shortName()).isEqualTo("BSI");
  }

  /// Those that the switcher knows by their BICs.
  @Test
  void the_banks_of_the_switcher_have_their_bics() {
    assertThat(BankFile.shipped())
        .extracting(Bank::bic)
        .contains(
            "BRINIDJA",
            "BMRIIDJA",
            "BNINIDJA",
            "CENAIDJA",
            "BBBAIDJA",
            "BNIAIDJA",
            "BDINIDJA",
            "IBBKIDJA",
            "PINBIDJA",
            "BTANIDJA",
            "MUABIDJA");
  }

  @Test
  void a_bank_has_three_digits_a_bic_of_eight_and_names() {
    assertThatThrownBy(() -> new Bank("14", null, "BANK BCA", "BCA"))
        .hasMessage("a bank's code has three digits, not 14");
    assertThatThrownBy(() -> new Bank("014", "CENAIDJAXXX", "BANK BCA", "BCA"))
        .hasMessage("a BIC has eight capitals and digits, not CENAIDJAXXX");
    assertThatThrownBy(() -> new Bank("014", null, " ", "BCA")).hasMessage("bank 014 has no name");
  }
}
