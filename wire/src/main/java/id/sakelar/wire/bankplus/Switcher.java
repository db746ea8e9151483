package id.sakelar.wire.bankplus;

import id.sakelar.wire.Codec;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Limits;
import id.sakelar.wire.Operation;
import java.util.List;
import java.util.function.Function;

/// All that can be asked of a Bank+ switcher, after the chapter of that name in the Bank+ document.
public final class Switcher {
  /// Whose account it is, and a code with which money can be sent there. Moves nothing.
  public static final Operation<SwitcherInquiry, SwitcherReply<SwitcherHolder>> INQUIRY =
      new Operation<>(
          "/inquiry",
          question(SwitcherInquiry::read, SwitcherInquiry::spelled),
          SwitcherReplies.codec("Inquiry success", SwitcherHolder::read, SwitcherHolder::spelled));

  /// Sends money to the account of an inquiry.
  public static final Operation<SwitcherTransfer, SwitcherReply<SwitcherReceipt>> TRANSFER =
      new Operation<>(
          "/transfer",
          question(SwitcherTransfer::read, SwitcherTransfer::spelled),
          receipt("Transfer success"));

  /// Sends the money of a booked transfer back.
  public static final Operation<SwitcherReversal, SwitcherReply<SwitcherReceipt>> REVERSAL =
      new Operation<>(
          "/reversal",
          question(SwitcherReversal::read, SwitcherReversal::spelled),
          receipt("Reversal success"));

  /// How a transfer or a reversal stands.
  public static final Operation<SwitcherCheck, SwitcherReply<SwitcherReceipt>> CHECK =
      new Operation<>(
          "/check",
          question(SwitcherCheck::read, SwitcherCheck::spelled),
          receipt("Check success"));

  private Switcher() {}

  /// All of them.
  public static List<Operation<?, ? extends SwitcherReply<?>>> operations() {
    return List.of(INQUIRY, TRANSFER, REVERSAL, CHECK);
  }

  private static <Q> Codec<Q> question(Fields.Reader<Q> reader, Function<Q, Members> writer) {
    return Codec.json(Limits.QUESTION, reader, writer);
  }

  private static Codec<SwitcherReply<SwitcherReceipt>> receipt(String success) {
    return SwitcherReplies.codec(success, SwitcherReceipt::read, SwitcherReceipt::spelled);
  }
}
