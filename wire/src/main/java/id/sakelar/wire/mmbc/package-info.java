/// The words of MMBC's two APIs, for credit card bills and for yearly vehicle tax (e-Samsat): forms
/// with a username and a password go in, JSON of nothing but strings comes out. Which card, bank or
/// vehicle is accepted, and what is paid, is left to the fronts and connectors.
@NullMarked
package id.sakelar.wire.mmbc;

import org.jspecify.annotations.NullMarked;
