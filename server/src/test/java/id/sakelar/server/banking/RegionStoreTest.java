package id.sakelar.server.banking;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.server.partner.Database;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which postal codes a counter is told for a place.
class RegionStoreTest {
  private static final String FEW =
      """
      province,kind,regency,district,village,postal_code
      DKI Jakarta,Kota,Jakarta Pusat,Gambir,Gambir,10110
      DKI Jakarta,Kota,Jakarta Pusat,Gambir,Cideng,10150
      DKI Jakarta,Kota,Jakarta Pusat,Gambir,Duri Pulo,10140
      DKI Jakarta,Kota,Jakarta Pusat,Menteng,Menteng,10310
      DKI Jakarta,Kabupaten,Kepulauan Seribu,Kepulauan Seribu Utara,,14540
      Daerah Istimewa Yogyakarta,Kota,Yogyakarta,Gondokusuman,,55220
      Daerah Istimewa Yogyakarta,Kota,Yogyakarta,Gondokusuman,Baciro,55225
      Jawa Barat,Kota,Bandung,Coblong,,40130
      Jawa Barat,Kabupaten,Bandung,Soreang,,40910
      Kalimantan Selatan,Kabupaten,Kotabaru,Pamukan Selatan,,72168
      Sumatera Utara,Kabupaten,Toba,Balige,,22311
      Aceh,Kabupaten,Aceh Selatan,Labuhan Haji,,23761
      Papua Selatan,Kabupaten,Merauke,Merauke,,99614
      """;

  private static Database database;
  private static RegionStore store;

  @BeforeAll
  static void open() throws SQLException {
    database = Database.create();
    store = new RegionStore(database.jdbi());
  }

  @AfterAll
  static void close() throws SQLException {
    database.close();
  }

  @ParameterizedTest
  @CsvSource({
    "DKI Jakarta,                    Kota,      Jakarta Pusat,             Gambir, Gambir, 10110",
    "dki jakarta,                    KOTA,      JAKARTA  PUSAT,            gambir, gambir, 10110",
    "Daerah Khusus Ibukota Jakarta,  Kota,      Kota Jakarta Pusat,        Gambir, Gambir, 10110",
    "Daerah Khusus Jakarta,          '',        Kota Adm. Jakarta Pusat,   Gambir, Cideng, 10150",
    "Jakarta,                        '',        Kota_Jakarta_Pusat,        Gambir, Cideng, 10150",
    "'',                             '',        Jakarta Pusat,             Gambir, Duripulo, 10140",
    "DKI Jakarta,                    Kab.,      Kab. Adm. Kep. Seribu,     Kep. Seribu Utara, '', 14540",
    "DI Yogyakarta,                  Kota,      Yogyakarta,                Gondokusuman, '', 55220;55225",
    "D.I. Yogyakarta,                Kota,      Kota Yogyakarta,           Gondokusuman, Baciro, 55225",
    "Jawa Barat,                     Kabupaten, Kab_Bandung,               Soreang, '', 40910",
    "Jawa Barat,                     '',        Kabupaten Bandung,         '', '', 40910",
    "Jawa Barat,                     '',        Kota Bandung,              '', '', 40130",
    "Jawa Barat,                     '',        Bandung,                   '', '', 40130;40910",
    "Kalimantan Selatan,             Kabupaten, Kota Baru,                 '', '', 72168",
    "Sumatera Utara,                 Kabupaten, Toba Samosir,              Balige, '', 22311",
    "Nanggroe Aceh Darussalam,       Kabupaten, Aceh Selatan,              Labuhanhaji, '', 23761",
    "Papua,                          Kabupaten, Merauke,                   Merauke, '', 99614",
  })
  void a_place_is_found_by_every_name_it_goes_by(
      String province, String kind, String regency, String district, String village, String codes) {
    store.replace(RegionsFile.read(FEW));

    assertThat(store.postalCodes(province, kind, regency, district, village))
        .containsExactly(codes.split(";"));
  }

  @ParameterizedTest
  @CsvSource({
    "Jawa Barat,  Kota,      Jakarta Pusat, Gambir,  Gambir",
    "DKI Jakarta, Kabupaten, Jakarta Pusat, Gambir,  Gambir",
    "DKI Jakarta, Provinsi,  Jakarta Pusat, Gambir,  Gambir",
    "DKI Jakarta, Kota,      Kab. Jakarta Pusat, Gambir,  Gambir",
    "DKI Jakarta, Kota,      Jakarta,       Gambir,  Gambir",
    "DKI Jakarta, Kota,      Jakarta Pusat, Menteng, Gambir",
    "DKI Jakarta, Kota,      Jakarta Pusat, Gambir,  Baciro",
    "DKI Jakarta, Kota,      Jakarta Pusat, G%,      Gambir",
    "Jawa Barat,  Kota,      Bandung,       '',      Dago",
    "DKI Jakarta, Kota,      '',            '',      ''",
    "'',          '',        '',            Gambir,  Gambir",
    "'',          '',        ---,           '',      ''",
  })
  void a_place_that_is_not_there_has_no_code(
      String province, String kind, String regency, String district, String village) {
    store.replace(RegionsFile.read(FEW));

    assertThat(store.postalCodes(province, kind, regency, district, village)).isEmpty();
  }

  @Test
  void without_a_village_all_codes_of_the_district_are_told_in_order() {
    store.replace(RegionsFile.read(FEW));

    assertThat(store.postalCodes("DKI Jakarta", "Kota", "Jakarta Pusat", "Gambir", " "))
        .containsExactly("10110", "10140", "10150");
  }

  @Test
  void a_village_nobody_knows_has_the_code_of_its_district_if_that_has_one() {
    store.replace(RegionsFile.read(FEW));

    assertThat(store.postalCodes("DI Yogyakarta", "Kota", "Yogyakarta", "Gondokusuman", "Terban"))
        .containsExactly("55220");
  }

  @Test
  void what_is_shipped_answers_the_published_question() {
    store.replace(List.of());
    store.loadShipped();

    assertThat(store.postalCodes("DKI Jakarta", "Kota", "Jakarta Pusat", "Gambir", "Gambir"))
        .containsExactly("10110");
    assertThat(store.postalCodes("Sulawesi Utara", "Kota", "Manado", "Wenang", ""))
        .containsExactly("95113");
    assertThat(database.jdbi().withHandle(RegionStoreTest::count)).isEqualTo(4_292);
  }

  @Test
  void what_an_operator_imported_is_not_replaced_by_what_is_shipped() {
    store.replace(List.of(only("10110")));
    store.loadShipped();

    assertThat(database.jdbi().withHandle(RegionStoreTest::count)).isOne();
  }

  @Test
  void nothing_is_left_of_what_was_known_before() {
    store.replace(List.of(only("10110")));
    store.replace(List.of(only("10150"), only("10150")));

    assertThat(store.postalCodes("Jakarta", "", "Jakarta Pusat", "", "")).containsExactly("10150");
  }

  private static Region only(String code) {
    return new Region("jakarta", Region.Kind.KOTA, "jakartapusat", "gambir", "gambir", code);
  }

  private static int count(Handle handle) {
    return handle.createQuery("SELECT count(*) FROM region").mapTo(Integer.class).one();
  }
}
