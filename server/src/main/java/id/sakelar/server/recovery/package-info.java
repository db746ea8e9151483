/// Payments nobody has answered for: asks again until somebody says yes or no, and tells partners
/// what became of them. Leaves every decision to payment.
@NullMarked
package id.sakelar.server.recovery;

import org.jspecify.annotations.NullMarked;
