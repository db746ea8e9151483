package id.sakelar.server.catalog;

import id.sakelar.money.Rupiah;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The catalogue's tables. Thread-safe.
public final class CatalogStore {
  private final Jdbi jdbi;

  public CatalogStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// All products with the partner's own prices where it has some, by code.
  public List<Offer> listOffers(String partner) {
    return jdbi.withHandle(handle -> listOffers(handle, partner));
  }

  private static List<Offer> listOffers(Handle handle, String partner) {
    return handle
        .createQuery(
            """
            SELECT p.product, p.name, p.brand, p.upstream, p.upstream_product, p.open,
                   coalesce(own.admin_sen, p.admin_sen) AS admin_sen,
                   coalesce(own.commission_sen, p.commission_sen) AS commission_sen,
                   coalesce(own.base_commission_sen, p.base_commission_sen)
                     AS base_commission_sen
            FROM product p
            LEFT JOIN partner_price own
                   ON own.product = p.product AND own.partner = :partner
            ORDER BY p.product
            """)
        .bind("partner", partner)
        .map((row, _) -> offer(row))
        .list();
  }

  /// Adds products, or changes those that are there already, all of them or none.
  ///
  /// @throws IllegalArgumentException if they make no [Offer] with a partner's own prices
  public void put(List<Offer> offers) {
    jdbi.useTransaction(
        handle -> {
          offers.forEach(offer -> put(handle, offer));
          handle
              .createQuery("SELECT DISTINCT partner FROM partner_price")
              .mapTo(String.class)
              .list()
              .forEach(partner -> listOffers(handle, partner));
        });
  }

  private static void put(Handle handle, Offer offer) {
    handle
        .createUpdate(
            """
            INSERT INTO product (product, name, brand, upstream, upstream_product,
                                 admin_sen, commission_sen, base_commission_sen, open)
            VALUES (:product, :name, :brand, :upstream, :upstreamProduct,
                    :admin, :commission, :base, :open)
            ON CONFLICT (product) DO UPDATE
            SET name = excluded.name, brand = excluded.brand,
                upstream = excluded.upstream,
                upstream_product = excluded.upstream_product,
                admin_sen = excluded.admin_sen,
                commission_sen = excluded.commission_sen,
                base_commission_sen = excluded.base_commission_sen,
                open = excluded.open
            """)
        .bind("product", offer.product())
        .bind("name", offer.name())
        .bind("brand", offer.brand())
        .bind("upstream", offer.upstream())
        .bind("upstreamProduct", offer.upstreamProduct())
        .bind("admin", offer.adminPerSheet().sen())
        .bind("commission", offer.commissionPerSheet().sen())
        .bind("base", sen(offer.baseCommissionPerSheet()))
        .bind("open", offer.open())
        .execute();
  }

  /// Gives a partner prices of its own for a product; those left null stay the product's.
  ///
  /// @return whether there is such a product
  /// @throws IllegalArgumentException if the prices make no [Offer]; nothing is changed then
  public boolean putPrice(
      String partner,
      String product,
      @Nullable Rupiah admin,
      @Nullable Rupiah commission,
      @Nullable Rupiah baseCommission) {
    return jdbi.inTransaction(
        handle -> {
          boolean known = upsert(handle, partner, product, admin, commission, baseCommission);
          return known && !listOffers(handle, partner).isEmpty();
        });
  }

  private static boolean upsert(
      Handle handle,
      String partner,
      String product,
      @Nullable Rupiah admin,
      @Nullable Rupiah commission,
      @Nullable Rupiah baseCommission) {
    return handle
            .createUpdate(
                """
                INSERT INTO partner_price
                  (partner, product, admin_sen, commission_sen, base_commission_sen)
                SELECT :partner, product, :admin, :commission, :base
                FROM product WHERE product = :product
                ON CONFLICT (partner, product) DO UPDATE
                SET admin_sen = excluded.admin_sen, commission_sen = excluded.commission_sen,
                    base_commission_sen = excluded.base_commission_sen
                """)
            .bind("partner", partner)
            .bind("product", product)
            .bind("admin", sen(admin))
            .bind("commission", sen(commission))
            .bind("base", sen(baseCommission))
            .execute()
        == 1;
  }

  /// Opens or closes a product for everybody.
  ///
  /// @return whether there is such a product
  public boolean setOpen(String product, boolean open) {
    return jdbi.withHandle(
        handle ->
            handle.execute("UPDATE product SET open = ? WHERE product = ?", open, product) == 1);
  }

  private static @Nullable Long sen(@Nullable Rupiah amount) {
    return amount == null ? null : amount.sen();
  }

  private static Offer offer(ResultSet row) throws SQLException {
    long base = row.getLong("base_commission_sen");
    var baseCommission = row.wasNull() ? null : new Rupiah(base);
    return new Offer(
        row.getString("product"),
        row.getString("name"),
        row.getString("brand"),
        row.getString("upstream"),
        row.getString("upstream_product"),
        new Rupiah(row.getLong("admin_sen")),
        new Rupiah(row.getLong("commission_sen")),
        baseCommission,
        row.getBoolean("open"));
  }
}
