/// Who may call, and how much: partners, their credentials at rest, address lists, limits and
/// deposits. Leaves the signatures of a dialect to its front and payments to payment.
@NullMarked
package id.sakelar.server.partner;

import org.jspecify.annotations.NullMarked;
