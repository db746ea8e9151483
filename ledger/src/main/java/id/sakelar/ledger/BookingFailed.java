package id.sakelar.ledger;

/// The database or the rider failed on this unit, and on it alone. It is certainly not booked. The
/// cause says more; a defect or a full disk, never the customer's doing.
public final class BookingFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BookingFailed(Unit<?> unit, Throwable cause) {
    super("%s of %s is not booked".formatted(unit.kind(), unit.subject()), cause);
  }
}
