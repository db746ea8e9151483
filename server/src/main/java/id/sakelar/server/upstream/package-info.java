/// The way out to billers: an order becomes a question in the biller's dialect, and its answer
/// becomes evidence. Decides nothing about payments and knows nothing of partners.
@NullMarked
package id.sakelar.server.upstream;

import org.jspecify.annotations.NullMarked;
