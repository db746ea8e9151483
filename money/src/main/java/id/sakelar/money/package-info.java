/// Rupiah, exact to the sen. Knows nothing of accounts, dialects or databases.
@NullMarked
package id.sakelar.money;

import org.jspecify.annotations.NullMarked;
