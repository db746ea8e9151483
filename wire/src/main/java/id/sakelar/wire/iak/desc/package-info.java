/// What the dialect says of a bill beyond its total: one record for each family of products, after
/// the published pages and, for hire purchase, the given document. Reads and writes fields; adding
/// them up, or doubting them, is left to those who know the bill.
@NullMarked
package id.sakelar.wire.iak.desc;

import org.jspecify.annotations.NullMarked;
