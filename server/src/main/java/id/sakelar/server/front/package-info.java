/// Partners come in: a package for each dialect turns a question on the wire into a call of the
/// core, and what came of it into an answer. Leaves every decision about money to payment, and who
/// may call to partner.
@NullMarked
package id.sakelar.server.front;

import org.jspecify.annotations.NullMarked;
