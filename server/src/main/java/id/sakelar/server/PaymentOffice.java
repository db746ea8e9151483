package id.sakelar.server;

import id.sakelar.ledger.Books;
import id.sakelar.server.catalog.Catalog;
import id.sakelar.server.catalog.CatalogStore;
import id.sakelar.server.partner.Vault;
import id.sakelar.server.payment.Change;
import id.sakelar.server.payment.ClaimStore;
import id.sakelar.server.payment.Payments;
import id.sakelar.server.payment.PostgresStore;
import id.sakelar.server.payment.References;
import id.sakelar.server.payment.Store;
import id.sakelar.server.payment.VirtualTasks;
import id.sakelar.server.review.DecisionStore;
import id.sakelar.server.review.Review;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/// Decides about payments from the command line: has books of its own and asks no biller.
/// Thread-safe.
final class PaymentOffice implements AutoCloseable {
  private final Books<Change> books;
  private final Store store;
  private final Payments payments;
  private final Review review;

  private PaymentOffice(Books<Change> books, Store store, Payments payments, Review review) {
    this.books = books;
    this.store = store;
    this.payments = payments;
    this.review = review;
  }

  /// Opens on a database whose schema is up to date.
  static PaymentOffice open(Settings settings, Database database) throws IOException {
    var vault = Vault.open(settings.vault().keyFile());
    var chance = new SecureRandom();
    var jdbi = database.requests();
    var books =
        Books.open(database.plain(), PostgresStore.rows(vault), new Books.Size(1, 16), chance);
    var store = new PostgresStore(jdbi, books, vault);
    var payments =
        new Payments(
            store,
            new Catalog(new CatalogStore(jdbi)),
            Map.of(),
            new References(chance),
            InstantSource.system(),
            new VirtualTasks(),
            Duration.ZERO);
    var claims = new ClaimStore(jdbi, books);
    var review = new Review(new DecisionStore(jdbi), store, payments, claims);
    return new PaymentOffice(books, store, payments, review);
  }

  Review review() {
    return review;
  }

  Store store() {
    return store;
  }

  Payments payments() {
    return payments;
  }

  @Override
  public void close() {
    books.close();
  }
}
