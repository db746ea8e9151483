/// Bills and their payments: inquiry, hold, send, settle, release. Holds the state machine, which
/// decides and does no I/O, the ports [Biller], [Webhook] and [Store], and [Payments], which runs
/// what the machine decided. Leaves dialects to the fronts and upstreams, and asking again to
/// recovery.
@NullMarked
package id.sakelar.server.payment;

import org.jspecify.annotations.NullMarked;
