/// The laws of the books, tried on a real PostgreSQL that syncs to disk.
@NullMarked
package id.sakelar.ledger;

import org.jspecify.annotations.NullMarked;
