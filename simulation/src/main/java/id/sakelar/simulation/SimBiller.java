package id.sakelar.simulation;

import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Bill;
import id.sakelar.server.payment.Biller;
import id.sakelar.server.payment.Evidence;
import id.sakelar.server.payment.Reason;
import id.sakelar.simulation.SimLine.Heard;

/// A connector to a simulated biller that spells nothing: it tells what came over the line as a
/// connector should. For whoever has the turn.
final class SimBiller implements Biller {
  private final SimLine line;

  SimBiller(World world, Host host, Desk desk) {
    this.line = new SimLine(world, host, desk);
  }

  /// What a customer owes: always the same.
  static Rupiah owed(String customer) {
    return Rupiah.of(10_000 + Math.floorMod(customer.hashCode() * 31L, 490) * 1_000L);
  }

  /// What a biller takes from us for a customer's bill.
  static Rupiah cost(String customer) {
    return owed(customer).plus(Rupiah.of(700));
  }

  @Override
  public Found inquire(Question question) {
    var customer = question.customer();
    return switch (line.inquire(customer)) {
      case Heard.Said(Reply reply) when reply == Reply.YES ->
          new Found.Billed(new Bill.Mobile("SRI", 1, owed(customer)), cost(customer));
      case Heard.Said _ -> new Found.NoBill(Reason.NO_BILL);
      case Heard.Noise _, Heard.Unsent _ -> new Found.NoBill(Reason.BILLER_UNREACHABLE);
    };
  }

  @Override
  public Evidence pay(Order order) {
    var heard = line.pay(order.quote().upstreamReference(), order.quote().customer());
    return heard instanceof Heard.Unsent ? new Evidence.NotSent("not sent") : evidence(heard);
  }

  @Override
  public Evidence status(Order order) {
    return evidence(line.status(order.quote().upstreamReference(), order.quote().customer()));
  }

  /// Only what is beyond doubt is a yes or a no.
  private static Evidence evidence(Heard heard) {
    return switch (heard) {
      case Heard.Unsent _ -> new Evidence.Ambiguous("not sent");
      case Heard.Noise(SimLine.Kind kind) ->
          switch (kind) {
            case SILENCE -> new Evidence.Ambiguous("timeout");
            case HTTP_500 -> new Evidence.Ambiguous("http 500");
            case GARBLED -> new Evidence.Ambiguous("garbled");
          };
      case Heard.Said(Reply reply) -> evidence(reply);
    };
  }

  static Evidence evidence(Reply reply) {
    return switch (reply) {
      case YES -> new Evidence.Success("00", "SN", Rupiah.ZERO, null);
      case NO -> new Evidence.Refused("02", Reason.BILLER_REFUSED);
      case NOT_HERE -> new Evidence.Refused(Workings.ELSEWHERE, Reason.BILLER_REFUSED);
      case WORKING -> new Evidence.InProcess("03");
      case KNOWN -> new Evidence.Ambiguous("duplicate reference");
      case UNKNOWN -> new Evidence.NotFound("06", false);
      case TAKEN_BACK -> new Evidence.Reversed("74");
    };
  }
}
