package id.sakelar.server.catalog;

import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Offer.Route;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/// The ways to billers that products have. Thread-safe.
public final class RouteStore {
  private final Jdbi jdbi;

  public RouteStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// The routes of all products.
  static Map<String, List<Route>> routes(Handle handle) {
    var routes = new HashMap<String, List<Route>>();
    handle
        .createQuery(
            """
            SELECT product, upstream, upstream_product, preference, closed_from, closed_until,
                   cost_sen
            FROM product_route
            """)
        .map(
            (row, _) ->
                routes
                    .computeIfAbsent(row.getString("product"), _ -> new ArrayList<>())
                    .add(route(row)))
        .list();
    return routes;
  }

  /// Adds a route, or changes the product's route to that biller.
  ///
  /// @return whether there is such a product
  public boolean add(String product, Route route) {
    return jdbi.withHandle(
        handle ->
            bind(
                        handle.createUpdate(
                            """
                            INSERT INTO product_route (product, upstream, upstream_product,
                                                       preference, closed_from, closed_until,
                                                       cost_sen)
                            SELECT product, :upstream, :upstreamProduct, :preference, :closedFrom,
                                   :closedUntil, :cost
                            FROM product WHERE product = :product
                            ON CONFLICT (product, upstream) DO UPDATE
                            SET upstream_product = excluded.upstream_product,
                                preference = excluded.preference,
                                closed_from = excluded.closed_from,
                                closed_until = excluded.closed_until,
                                cost_sen = excluded.cost_sen
                            """),
                        product,
                        route)
                    .execute()
                == 1);
  }

  /// Removes a route. The last one stays: a product that nobody serves is closed and not left
  /// alone.
  ///
  /// @return whether it is gone
  public boolean remove(String product, String upstream) {
    return jdbi.inTransaction(
        handle -> {
          // routes are removed one after the other, so that two cannot each leave the other's
          handle.execute("SELECT 1 FROM product WHERE product = ? FOR UPDATE", product);
          return handle.execute(
                  """
                  DELETE FROM product_route r
                  WHERE product = ? AND upstream = ?
                    AND EXISTS (SELECT 1 FROM product_route other
                                WHERE other.product = r.product AND other.upstream <> r.upstream)
                  """,
                  product,
                  upstream)
              == 1;
        });
  }

  /// The offer's routes and no others.
  static void replace(Handle handle, Offer offer) {
    handle
        .createUpdate(
            "DELETE FROM product_route WHERE product = :product AND upstream <> ALL (:kept)")
        .bind("product", offer.product())
        .bindArray("kept", String.class, offer.routes().stream().map(Route::upstream).toList())
        .execute();
    for (Route route : offer.routes()) {
      bind(
              handle.createUpdate(
                  """
                  INSERT INTO product_route AS r (product, upstream, upstream_product, preference,
                                                  closed_from, closed_until, cost_sen)
                  VALUES (:product, :upstream, :upstreamProduct, :preference, :closedFrom,
                          :closedUntil, :cost)
                  ON CONFLICT (product, upstream) DO UPDATE
                  SET upstream_product = excluded.upstream_product,
                      preference = excluded.preference,
                      closed_from = coalesce(excluded.closed_from, r.closed_from),
                      closed_until = coalesce(excluded.closed_until, r.closed_until),
                      cost_sen = coalesce(excluded.cost_sen, r.cost_sen)
                  """),
              offer.product(),
              route)
          .execute();
    }
  }

  private static Update bind(Update update, String product, Route route) {
    var closing = route.closing();
    var cost = route.cost();
    return update
        .bind("product", product)
        .bind("upstream", route.upstream())
        .bind("upstreamProduct", route.product())
        .bind("preference", route.preference())
        .bind("closedFrom", closing == null ? null : closing.from())
        .bind("closedUntil", closing == null ? null : closing.until())
        .bind("cost", cost == null ? null : cost.sen());
  }

  private static Route route(ResultSet row) throws SQLException {
    long cost = row.getLong("cost_sen");
    var known = row.wasNull() ? null : new Rupiah(cost);
    return new Route(
        row.getString("upstream"),
        row.getString("upstream_product"),
        row.getInt("preference"),
        closing(row),
        known);
  }

  /// The daily closing of a row that has columns for one.
  static @Nullable Closing closing(ResultSet row) throws SQLException {
    var from = row.getObject("closed_from", LocalTime.class);
    var until = row.getObject("closed_until", LocalTime.class);
    return from == null || until == null ? null : new Closing(from, until);
  }
}
