/// What the dialect says of a bill beyond its total: one record for each family of products, after
/// the page "Bayar Tagihan" and, for what that page lacks, the Digiflazz buyer documentation. Reads
/// and writes fields; adding them up, or doubting them, is left to those who know the bill.
@NullMarked
package id.sakelar.wire.digiswitch.desc;

import org.jspecify.annotations.NullMarked;
