/// Serves partners who speak IAK, in JSON and in XML: checks who calls, asks the core, and puts
/// what it says into the dialect's words; also hands out receipts. Leaves the words themselves to
/// wire, and bills, payments and prices to the core.
@NullMarked
package id.sakelar.server.front.iak;

import org.jspecify.annotations.NullMarked;
