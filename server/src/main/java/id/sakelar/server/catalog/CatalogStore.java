package id.sakelar.server.catalog;

import id.sakelar.money.Rupiah;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/// The catalogue's tables. Thread-safe.
public final class CatalogStore {
  private static final String FORGET_CODES = "DELETE FROM product_code WHERE product = ?";

  private final Jdbi jdbi;

  public CatalogStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// All products with the partner's own terms where it has some, in the order they came into the
  /// catalogue.
  public List<Offer> listOffers(String partner) {
    // products and their routes are read at one moment
    return jdbi.inTransaction(
        TransactionIsolationLevel.REPEATABLE_READ, handle -> listOffers(handle, partner));
  }

  private static List<Offer> listOffers(Handle handle, String partner) {
    var codes = codes(handle);
    var routes = RouteStore.routes(handle);
    return handle
        .createQuery(
            """
            SELECT p.product, p.family, p.name, p.brand, p.province, p.open,
                   p.closed_from, p.closed_until, p.cashback_sen,
                   own.upstream, own.upstream_product,
                   coalesce(own.admin_sen, p.admin_sen) AS admin_sen,
                   coalesce(own.commission_sen, p.commission_sen) AS commission_sen,
                   coalesce(own.base_commission_sen, p.base_commission_sen)
                     AS base_commission_sen
            FROM product p
            LEFT JOIN partner_price own
                   ON own.product = p.product AND own.partner = :partner
            ORDER BY p.number
            """)
        .bind("partner", partner)
        .map(
            (row, _) ->
                offer(
                    row,
                    codes.getOrDefault(row.getString("product"), Map.of()),
                    routes.getOrDefault(row.getString("product"), List.of())))
        .list();
  }

  /// What dialects call each product.
  private static Map<String, Map<String, String>> codes(Handle handle) {
    var codes = new HashMap<String, Map<String, String>>();
    handle
        .createQuery("SELECT product, dialect, code FROM product_code")
        .map(
            (row, _) ->
                codes
                    .computeIfAbsent(row.getString("product"), _ -> new HashMap<>())
                    .put(row.getString("dialect"), row.getString("code")))
        .list();
    return codes;
  }

  /// Adds products, or changes those that are there already, all of them or none. A route that
  /// stays keeps its hours and its cost where the offer says none.
  ///
  /// @throws IllegalArgumentException if two products have one code in a dialect
  public void put(List<Offer> offers) {
    jdbi.useTransaction(
        handle -> {
          offers.forEach(offer -> put(handle, offer));
          offers.forEach(offer -> RouteStore.replace(handle, offer));
          offers.forEach(offer -> handle.execute(FORGET_CODES, offer.product()));
          offers.forEach(offer -> putCodes(handle, offer));
        });
  }

  private static void putCodes(Handle handle, Offer offer) {
    offer
        .codes()
        .forEach(
            (dialect, code) -> {
              int added =
                  handle.execute(
                      """
                      INSERT INTO product_code (dialect, code, product) VALUES (?, ?, ?)
                      ON CONFLICT DO NOTHING
                      """,
                      dialect,
                      code,
                      offer.product());
              if (added == 0) {
                throw new IllegalArgumentException("two products are " + code + " in " + dialect);
              }
            });
  }

  private static void put(Handle handle, Offer offer) {
    var closing = offer.closing();
    handle
        .createUpdate(
            """
            INSERT INTO product (product, family, name, brand, province, admin_sen,
                                 commission_sen, base_commission_sen, cashback_sen,
                                 closed_from, closed_until, open)
            VALUES (:product, :family, :name, :brand, :province, :admin, :commission, :base,
                    :cashback, :closedFrom, :closedUntil, :open)
            ON CONFLICT (product) DO UPDATE
            SET family = excluded.family, name = excluded.name, brand = excluded.brand,
                province = excluded.province, admin_sen = excluded.admin_sen,
                commission_sen = excluded.commission_sen,
                base_commission_sen = excluded.base_commission_sen,
                cashback_sen = excluded.cashback_sen,
                closed_from = excluded.closed_from, closed_until = excluded.closed_until,
                open = excluded.open
            """)
        .bind("product", offer.product())
        .bind("family", offer.family().name())
        .bind("name", offer.name())
        .bind("brand", offer.brand())
        .bind("province", offer.province())
        .bind("admin", offer.fees().admin().sen())
        .bind("commission", offer.fees().commission().sen())
        .bind("base", sen(offer.fees().baseCommission()))
        .bind("cashback", offer.fees().cashback().sen())
        .bind("closedFrom", closing == null ? null : closing.from())
        .bind("closedUntil", closing == null ? null : closing.until())
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

  /// Sends a partner's bills of a product to a biller of its own and to no other; null sends them
  /// to the product's.
  ///
  /// @return whether there is such a product
  public boolean putRoute(String partner, String product, Offer.@Nullable Route route) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createUpdate(
                        """
                        INSERT INTO partner_price (partner, product, upstream, upstream_product)
                        SELECT :partner, product, :upstream, :upstreamProduct
                        FROM product WHERE product = :product
                        ON CONFLICT (partner, product) DO UPDATE
                        SET upstream = excluded.upstream,
                            upstream_product = excluded.upstream_product
                        """)
                    .bind("partner", partner)
                    .bind("product", product)
                    .bind("upstream", route == null ? null : route.upstream())
                    .bind("upstreamProduct", route == null ? null : route.product())
                    .execute()
                == 1);
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

  private static Offer offer(ResultSet row, Map<String, String> codes, List<Offer.Route> routes)
      throws SQLException {
    var own = row.getString("upstream");
    return new Offer(
        row.getString("product"),
        Family.valueOf(row.getString("family")),
        row.getString("name"),
        row.getString("brand"),
        row.getString("province"),
        codes,
        own == null ? routes : List.of(new Offer.Route(own, row.getString("upstream_product"))),
        fees(row),
        RouteStore.closing(row),
        row.getBoolean("open"));
  }

  private static Fees fees(ResultSet row) throws SQLException {
    long base = row.getLong("base_commission_sen");
    var baseCommission = row.wasNull() ? null : new Rupiah(base);
    return new Fees(
        new Rupiah(row.getLong("admin_sen")),
        new Rupiah(row.getLong("commission_sen")),
        baseCommission,
        new Rupiah(row.getLong("cashback_sen")));
  }
}
