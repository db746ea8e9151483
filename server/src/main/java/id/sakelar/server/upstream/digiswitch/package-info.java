/// Digiswitch and Digiflazz as billers of ours: asks once, reads strictly, and believes an answer
/// only as far as it proves something. The words are those of `wire.digiswitch`; asking again, and
/// whatever an answer does to money, is left to others.
@NullMarked
package id.sakelar.server.upstream.digiswitch;

import org.jspecify.annotations.NullMarked;
