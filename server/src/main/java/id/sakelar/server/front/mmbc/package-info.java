/// Serves partners who speak MMBC: credit card bills and yearly vehicle tax (e-Samsat). Checks who
/// calls and what cards and taxes the documents let be paid, asks the core, and says what it says.
/// Leaves the words themselves to wire, and bills, payments, tickets and prices to the core.
@NullMarked
package id.sakelar.server.front.mmbc;

import org.jspecify.annotations.NullMarked;
