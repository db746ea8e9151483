/// Banks that are not there, whose hosts speak the dialect of the Bank+ switcher: accounts with
/// balances, and a book of what was moved between them.
///
/// Leaves the words to wire, and how well they behave to the clerk.
@NullMarked
package id.sakelar.simulator.bankplus;

import org.jspecify.annotations.NullMarked;
