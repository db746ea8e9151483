package id.sakelar.server.payment;

import java.time.LocalDate;

/// A bill that was asked for, as it is stored. Immutable.
///
/// @param fingerprint what was asked, so that the same reference never means two things
/// @param day the business day in Jakarta on which it was asked and may be paid
/// @param test a test call: nothing of it touches the books
public record Inquiry(
    PaymentId id, Fingerprint fingerprint, Quote quote, LocalDate day, boolean test) {}
