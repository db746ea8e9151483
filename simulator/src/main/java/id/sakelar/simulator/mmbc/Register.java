package id.sakelar.simulator.mmbc;

import id.sakelar.simulator.Book;
import id.sakelar.simulator.Row;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The biller's book by invoices, each of which is the fingerprint of its row. Safe for many
/// threads.
///
/// A row is written under the caller's own name for the payment if it has sent one, so that its
/// books can be compared with these, and else under the invoice. A name that is used again gets the
/// invoice behind a slash: two payments are two rows.
final class Register {
  private final Map<String, String> referenceByInvoice = new HashMap<>();
  private final Map<String, String> invoiceByReference = new HashMap<>();
  private final Book book;

  private Register(Book book) {
    this.book = book;
  }

  static Register of(Book book) {
    var register = new Register(book);
    book.listAfter(0, book.count())
        .forEach(row -> register.keep(row.fingerprint(), row.reference()));
    return register;
  }

  /// What the payment of an invoice is called in the book. The first call decides.
  ///
  /// @param wanted the caller's name for it, or the invoice
  synchronized String reference(String invoice, String wanted) {
    String known = referenceByInvoice.get(invoice);
    if (known != null) {
      return known;
    }
    String free = invoiceByReference.containsKey(wanted) ? wanted + "/" + invoice : wanted;
    keep(invoice, free);
    return free;
  }

  /// Takes a payment for good, unless there is one of that reference.
  ///
  /// @return the one that is there now, on disk
  Row take(Row row) {
    return book.take(row);
  }

  /// The payment of an invoice, once it has been taken for good.
  Optional<Row> find(String invoice) {
    return findReference(invoice).flatMap(book::find);
  }

  private synchronized Optional<String> findReference(String invoice) {
    return Optional.ofNullable(referenceByInvoice.get(invoice));
  }

  private synchronized void keep(String invoice, String reference) {
    referenceByInvoice.put(invoice, reference);
    invoiceByReference.put(reference, invoice);
  }
}
