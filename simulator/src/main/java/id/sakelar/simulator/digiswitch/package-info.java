/// A Digiswitch or Digiflazz server that is not there, in both spellings, with the published test
/// numbers. What is written on the wire is left to the dialect's own words in `wire`, and keeping
/// books and temper to the package above.
@NullMarked
package id.sakelar.simulator.digiswitch;

import org.jspecify.annotations.NullMarked;
