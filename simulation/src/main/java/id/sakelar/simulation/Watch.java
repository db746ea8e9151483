package id.sakelar.simulation;

import id.sakelar.ledger.Unit;
import id.sakelar.server.payment.Change;
import id.sakelar.server.payment.Payment;
import id.sakelar.server.payment.Step;

/// Sees every change of the tables, right after it is made.
interface Watch {
  /// Looks away.
  Watch NOBODY =
      new Watch() {
        @Override
        public void opened(Payment payment, Unit<Change> unit) {}

        @Override
        public void moved(Step step, Payment after, Unit<Change> unit) {}

        @Override
        public void wakesAt(long micros) {}
      };

  void opened(Payment payment, Unit<Change> unit);

  void moved(Step step, Payment after, Unit<Change> unit);

  /// Something is due at this moment, in microseconds since the world began.
  void wakesAt(long micros);
}
