/// The billers we pay at, a package for each dialect. A connector turns an order into a question of
/// its dialect, asks once, and turns the answer into evidence; when to ask, and what evidence means
/// for the money, is left to the room `payment`.
@NullMarked
package id.sakelar.server.upstream;

import org.jspecify.annotations.NullMarked;
