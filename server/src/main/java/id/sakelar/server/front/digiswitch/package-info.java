/// Serves partners who speak Digiswitch or Digiflazz: checks who calls, asks the core, and puts
/// what it says into the words of the spelling it was asked in. Tells partners by webhook, too.
/// Leaves the words themselves to wire, and bills, payments and prices to the core.
@NullMarked
package id.sakelar.server.front.digiswitch;

import org.jspecify.annotations.NullMarked;
