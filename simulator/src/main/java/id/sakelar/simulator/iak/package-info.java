/// An IAK server that is not there, in JSON and XML, with the published test numbers of both
/// schemes. What is written on the wire is left to the dialect's own words in `wire`, and keeping
/// books and temper to the package above.
@NullMarked
package id.sakelar.simulator.iak;

import org.jspecify.annotations.NullMarked;
