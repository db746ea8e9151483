/// IAK as a biller of ours, in JSON or XML: asks once, reads strictly, and believes an answer only
/// as far as it proves something. The words are those of `wire.iak`; asking again, and whatever an
/// answer does to money, is left to others.
@NullMarked
package id.sakelar.server.upstream.iak;

import org.jspecify.annotations.NullMarked;
