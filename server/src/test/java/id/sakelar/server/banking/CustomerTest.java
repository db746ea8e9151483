package id.sakelar.server.banking;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.server.banking.Customer.Contact;
import id.sakelar.server.banking.Customer.Home;
import id.sakelar.server.banking.Customer.Images;
import id.sakelar.server.banking.Customer.Means;
import id.sakelar.server.banking.Customer.Person;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// What is known of a customer, and the lists that some of it comes from.
class CustomerTest {
  private static final Customer GABY =
      new Customer(
          "gabymars yofie",
          new Person(
              "12345678900876", "mamih", "sby", LocalDate.of(1997, 8, 1), "l", "Lajang", "WNI"),
          new Home("waru", "022", "001", "12345", "waru", "waru", "sidoarjo", "jatim"),
          new Contact("gaby@example.id", "08998321234", "0319909221"),
          new Means("karyawan swasta", "sma", "1", "1", null, "tabungan"),
          new Images("pendaftaran/LMG_KTP.jpg", "pendaftaran/LMG.png"));

  @Test
  void a_customer_is_read_as_it_was_written() {
    assertThat(CustomerTextStore.read(CustomerTextStore.write(GABY))).isEqualTo(GABY);
  }

  /// Rows that were written once are read for ever.
  @Test
  void the_text_has_the_names_that_are_stored() {
    assertThat(CustomerTextStore.write(GABY))
        .isEqualTo(
            """
            {"name":"gabymars yofie","person":{"identityNumber":"12345678900876",\
            "motherName":"mamih","birthPlace":"sby","birthDate":"1997-08-01","gender":"l",\
            "maritalStatus":"Lajang","nationality":"WNI"},"home":{"street":"waru","rt":"022",\
            "rw":"001","postalCode":"12345","village":"waru","district":"waru",\
            "city":"sidoarjo","province":"jatim"},"contact":{"email":"gaby@example.id",\
            "mobile":"08998321234","phone":"0319909221"},"means":{"profession":\
            "karyawan swasta","education":"sma","income":"1","transactions":"1",\
            "fundsSource":null,"purpose":"tabungan"},"images":{"identityCard":\
            "pendaftaran/LMG_KTP.jpg","portrait":"pendaftaran/LMG.png"}}""");
  }

  @Test
  void nothing_of_a_customer_is_printed() {
    assertThat(
            "" + GABY + GABY.person() + GABY.home() + GABY.contact() + GABY.means() + GABY.images())
        .isEqualTo("CustomerPersonHomeContactMeansImages");
  }

  @Test
  void the_lists_of_forms_are_numbered_from_one() {
    assertThat(Master.JOBS).hasSize(7).startsWith(new Master.Entry(1, "AKUNTING / KEUANGAN"));
    assertThat(Master.EDUCATIONS).hasSize(7).endsWith(new Master.Entry(7, "S3"));
    assertThat(Master.SALARIES).hasSize(8).endsWith(new Master.Entry(8, "> Rp 50 juta"));
    assertThat(Master.TRANSACTIONS).hasSize(5).endsWith(new Master.Entry(5, "> Rp 1 Miliar"));
  }
}
