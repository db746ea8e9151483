/// The whole thing from outside, and the gates that count, compare and list. All of it is tests;
/// this package has no other class, and leaves what a single module can test to that module.
@NullMarked
package id.sakelar.acceptance;

import org.jspecify.annotations.NullMarked;
