/// An MMBC server that is not there: credit card bills and yearly vehicle tax, with the numbers of
/// the documents and test numbers of our own. What is written on the wire is left to the dialect's
/// own words in `wire`, and keeping books and temper to the package above.
@NullMarked
package id.sakelar.simulator.mmbc;

import org.jspecify.annotations.NullMarked;
