package id.sakelar.server.banking;

import java.time.Duration;

/// The way to another bank, and what is known of how it answers. Immutable.
///
/// @param code the bank's three digits
/// @param escrow our account there
/// @param readBudget how long one call takes at most
/// @param lease how long a move belongs to the server that sends it
/// @param pace what the waits between status questions are multiplied with
/// @param notFoundFinal whether "not found" may end a move as never made: its payment codes live
///   for less than `notFoundAfter`, so that what is late is refused
/// @param notFoundAfter how long after sending at least
/// @param notFoundApart how far apart the answers are that count; three are needed
public record Line(
    String code,
    String escrow,
    BankNetwork network,
    Duration readBudget,
    Duration lease,
    double pace,
    boolean notFoundFinal,
    Duration notFoundAfter,
    Duration notFoundApart) {}
