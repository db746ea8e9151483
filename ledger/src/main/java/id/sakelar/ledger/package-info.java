/// The books: accounts, postings, balances, and one way to change them: a unit, durable once it is
/// answered. What else a unit changes in the same commit is left to the [Riders] of the caller.
/// Nothing here knows what a bill is or who pays it.
@NullMarked
package id.sakelar.ledger;

import org.jspecify.annotations.NullMarked;
