package id.sakelar.server.banking;

/// Which of a transfer's ends are at our bank, and so, whom else it takes.
enum Route {
  /// Both: one unit of the books does it all.
  OURS,
  /// The source only: held here, credited there.
  OUT,
  /// The target only: debited there, credited here.
  IN,
  /// Neither, at two banks: debited at one, credited at the other.
  ACROSS,
  /// Neither, at one bank: that bank does it all.
  WITHIN;

  static Route of(Order order, OurBank bank) {
    if (bank.isOurs(order.source())) {
      return bank.isOurs(order.target()) ? OURS : OUT;
    }
    if (bank.isOurs(order.target())) {
      return IN;
    }
    return order.source().bank().equals(order.target().bank()) ? WITHIN : ACROSS;
  }
}
