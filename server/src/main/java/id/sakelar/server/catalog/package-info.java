/// What can be paid, at what price, and who serves it. Leaves bills to payment and partners'
/// credentials to partner.
@NullMarked
package id.sakelar.server.catalog;

import org.jspecify.annotations.NullMarked;
