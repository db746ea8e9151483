package id.sakelar.server.upstream.iak;

import id.sakelar.server.payment.Biller.Order;
import id.sakelar.server.payment.Evidence;
import id.sakelar.server.payment.Evidence.Ambiguous;
import id.sakelar.server.payment.Evidence.InProcess;
import id.sakelar.server.payment.Evidence.NotFound;
import id.sakelar.server.payment.Evidence.Refused;
import id.sakelar.server.payment.Evidence.Success;
import id.sakelar.server.upstream.Callback;
import id.sakelar.wire.iak.ResponseCode;

/// What IAK says by itself. Its signature covers the reference only, so that it moves nothing: it
/// is a reason to ask. Immutable.
record IakCallback(id.sakelar.wire.iak.Callback told) implements Callback {
  @Override
  public String reference() {
    return told.refId();
  }

  @Override
  public boolean isProof() {
    return false;
  }

  @Override
  public Evidence claim() {
    return ResponseCode.of(told.rc()).map(this::claim).orElse(new Ambiguous("unknown rc"));
  }

  private Evidence claim(ResponseCode code) {
    var rc = "rc " + code.code();
    return switch (Meaning.ofStatus(code)) {
      case PAID -> new Success(rc, told.sn(), told.price(), null);
      case REFUSED, TURNED_DOWN -> new Refused(rc, Meaning.reason(code));
      case IN_PROCESS -> new InProcess(rc);
      case DOUBTFUL -> new Ambiguous(rc);
      case NOT_FOUND -> new NotFound(rc, false);
    };
  }

  @Override
  public Evidence about(Order order) {
    return new Ambiguous(claim().code() + ", to be asked");
  }

  @Override
  public Evidence aboutFormer(Order order) {
    return about(order);
  }
}
