package id.sakelar.server.payment;

import java.time.LocalDate;

/// A bill that was asked for, as it is stored. Immutable.
///
/// @param day the business day in Jakarta on which it was asked and may be paid
/// @param test a test call: nothing of it touches the books
public record Inquiry(PaymentId id, Quote quote, LocalDate day, boolean test) {}
