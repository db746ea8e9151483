/// MMBC as a biller of ours, for credit card bills and vehicle tax: asks once, reads strictly, and
/// believes an answer only as far as it proves something. The words are those of `wire.mmbc`;
/// asking again, and whatever an answer does to money, is left to others.
@NullMarked
package id.sakelar.server.upstream.mmbc;

import org.jspecify.annotations.NullMarked;
