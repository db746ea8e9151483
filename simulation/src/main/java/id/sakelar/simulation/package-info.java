/// The whole switch on a clock of its own: the production code of payments and recovery, with
/// partners, billers, a database and disasters that one seed decides. Checks what must never
/// happen. Leaves sockets and SQL to the other tests, and holds the simulated database to the real
/// one.
@NullMarked
package id.sakelar.simulation;

import org.jspecify.annotations.NullMarked;
