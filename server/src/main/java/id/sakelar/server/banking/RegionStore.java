package id.sakelar.server.banking;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.sakelar.server.banking.Region.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The postal codes of places. Thread-safe.
public final class RegionStore {
  private static final Logger LOG = LoggerFactory.getLogger(RegionStore.class);

  /// What THIRD-PARTY.md says about it.
  private static final String SHIPPED = "/regions.csv.gz";

  private final Jdbi jdbi;

  public RegionStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// The postal codes of a place, each once, in order; none if there is no such place.
  ///
  /// Names may be written in any case, with or without blanks, points and what kind of regency it
  /// is (`Kab_Bandung`), and may be those of before a renaming. What is empty may be anything, but
  /// a regency is needed: a whole province has too many codes to choose from. A village that is not
  /// known has its district's code, where there is one for all its villages.
  ///
  /// @param kind `Kabupaten` or `Kota`
  public List<String> postalCodes(
      String province, String kind, String regency, String district, String village) {
    var known = kind.isBlank() ? RegionNames.findKind(regency) : Kind.find(kind);
    if (regency.isBlank() || (known.isEmpty() && !kind.isBlank())) {
      return List.of();
    }
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    WITH place AS (
                      SELECT village, postal_code FROM region
                      WHERE regency = :regency
                        AND :district IN ('', district)
                        AND :kind IN ('', kind)
                        AND :province IN ('', province))
                    SELECT DISTINCT postal_code FROM place
                    WHERE :village IN ('', village)
                       OR (village = '' AND :district <> ''
                           AND NOT EXISTS (SELECT FROM place WHERE village = :village))
                    ORDER BY postal_code
                    """)
                .bind("regency", RegionNames.regency(regency, known.orElse(null)))
                .bind("district", RegionNames.fold(district))
                .bind("kind", known.map(Kind::name).orElse(""))
                .bind("province", RegionNames.province(province))
                .bind("village", RegionNames.fold(village))
                .mapTo(String.class)
                .list());
  }

  /// Forgets all places and keeps these instead.
  public void replace(List<Region> regions) {
    jdbi.useTransaction(
        handle -> {
          lock(handle);
          handle.execute("DELETE FROM region");
          insert(handle, regions);
        });
  }

  /// Keeps the places that come with the program, if there are none yet.
  public void loadShipped() {
    jdbi.useTransaction(
        handle -> {
          lock(handle);
          if (isEmpty(handle)) {
            var shipped = shipped();
            insert(handle, shipped);
            LOG.info("{} postal codes that come with the program were loaded", shipped.size());
          }
        });
  }

  /// Keeps other writers out until the end of the transaction, and nobody from reading.
  private static void lock(Handle handle) {
    handle.execute("LOCK TABLE region IN SHARE ROW EXCLUSIVE MODE");
  }

  private static boolean isEmpty(Handle handle) {
    return handle.createQuery("SELECT NOT EXISTS (SELECT FROM region)").mapTo(Boolean.class).one();
  }

  private static void insert(Handle handle, List<Region> regions) {
    handle.registerArrayType(String.class, "text");
    handle
        .createUpdate(
            """
            INSERT INTO region (province, kind, regency, district, village, postal_code)
            SELECT DISTINCT *
            FROM unnest(:provinces, :kinds, :regencies, :districts, :villages, :codes)
            """)
        .bindArray("provinces", String.class, column(regions, Region::province))
        .bindArray("kinds", String.class, column(regions, it -> it.kind().name()))
        .bindArray("regencies", String.class, column(regions, Region::regency))
        .bindArray("districts", String.class, column(regions, Region::district))
        .bindArray("villages", String.class, column(regions, Region::village))
        .bindArray("codes", String.class, column(regions, Region::postalCode))
        .execute();
  }

  private static List<String> column(List<Region> regions, Function<Region, String> cell) {
    return regions.stream().map(cell).toList();
  }

  private static List<Region> shipped() {
    try (var packed = Objects.requireNonNull(RegionStore.class.getResourceAsStream(SHIPPED));
        var text = new GZIPInputStream(packed)) {
      return RegionsFile.read(new String(text.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
