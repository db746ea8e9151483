/// What is said in the two halves of the Bank+ document: the platform, where agents work with a
/// session (`/bankplus/…`, JSON in an envelope of code, message and data), and the switcher between
/// banks, whose classes begin with `Switcher`. Leaves sessions, PINs and every decision about money
/// to `server`.
@NullMarked
package id.sakelar.wire.bankplus;

import org.jspecify.annotations.NullMarked;
