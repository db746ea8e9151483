/// Serves agents of the branchless bank and callers of its switcher, who speak Bank+. Checks who
/// calls and with what session or PIN, asks the core, and says what it says. Leaves the words
/// themselves to wire, and accounts, transfers, bills and limits to the core.
@NullMarked
package id.sakelar.server.front.bankplus;

import org.jspecify.annotations.NullMarked;
