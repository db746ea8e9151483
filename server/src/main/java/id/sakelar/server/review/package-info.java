/// What people decide: the queue of what waits for them, decisions of a maker and a checker, how
/// they are applied, and the operators' log. Leaves the moves of payments and of the books to
/// payment, and who an operator is to partner.
@NullMarked
package id.sakelar.server.review;

import org.jspecify.annotations.NullMarked;
