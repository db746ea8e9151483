package id.sakelar.server.banking;

import id.sakelar.ledger.AccountId;
import org.jspecify.annotations.Nullable;

/// The ends of a transfer in our books. Immutable.
///
/// @param source null where it is at another bank
/// @param target null where it is at another bank
record Ends(@Nullable AccountId source, @Nullable AccountId target) {}
