package id.sakelar.wire.bankplus;

/// Why not. Immutable.
public sealed interface Refusal {
  Code code();

  /// For the agent, as a [Sentence] has it.
  String message();

  /// A refusal of the platform.
  ///
  /// @param code not [Code#DONE], [Code#PENDING] or [Code#REFUSED]
  record OfPlatform(Code code, String message) implements Refusal {
    public OfPlatform {
      if (code.shape() == Code.Shape.ANSWER || code.shape() == Code.Shape.BANK) {
        throw new IllegalArgumentException(code + " is no refusal of the platform");
      }
    }
  }

  /// A refusal of the bank behind the platform, code `-1`.
  ///
  /// @param traceCode `BLB`, the moment in Jakarta as `yyMMddHHmmss`, and five digits
  /// @param bankCode the bank's short name, `BNI`
  record OfBank(String message, String traceCode, String bankCode) implements Refusal {
    @Override
    public Code code() {
      return Code.REFUSED;
    }
  }
}
