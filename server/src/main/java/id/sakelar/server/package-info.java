/// The switch. The root starts and stops it, reads its settings and opens its database; what it
/// does happens in the rooms below, which ARCHITECTURE.md lists. The simulator of billers is not
/// here and not on its class path.
@NullMarked
package id.sakelar.server;

import org.jspecify.annotations.NullMarked;
