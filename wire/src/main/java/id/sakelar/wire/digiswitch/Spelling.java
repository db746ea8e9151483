package id.sakelar.wire.digiswitch;

/// The two ways the one vocabulary is spelled.
///
/// A spelling decides what is written. A reader takes the product, the command and the names of an
/// answer under either spelling's key, its own first, because clients mix them.
public enum Spelling {
  /// The page "Bayar Tagihan" of a Digiswitch tenant.
  DIGISWITCH("/v1/user/api", "command", "command", "code", "name", "balance", "name", "status"),

  /// The Digiflazz buyer documentation.
  DIGIFLAZZ(
      "/v1",
      "commands",
      "cmd",
      "buyer_sku_code",
      "customer_name",
      "buyer_last_saldo",
      "product_name",
      "buyer_product_status");

  private final String base;
  final String command;
  final String listCommand;
  final String product;
  final String holder;
  final String balance;
  final String productName;
  final String productStatus;

  Spelling(
      String base,
      String command,
      String listCommand,
      String product,
      String holder,
      String balance,
      String productName,
      String productStatus) {
    this.base = base;
    this.command = command;
    this.listCommand = listCommand;
    this.product = product;
    this.holder = holder;
    this.balance = balance;
    this.productName = productName;
    this.productStatus = productStatus;
  }

  String path(String name) {
    return base + "/" + name;
  }

  Spelling other() {
    return switch (this) {
      case DIGISWITCH -> DIGIFLAZZ;
      case DIGIFLAZZ -> DIGISWITCH;
    };
  }
}
