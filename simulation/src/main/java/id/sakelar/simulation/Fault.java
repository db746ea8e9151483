package id.sakelar.simulation;

/// What goes wrong by chance, and in which share of the cases at most. Each world draws its own
/// share for each, and half of them are nothing.
enum Fault {
  /// A partner's question does not arrive.
  QUESTION_LOST(0.20),
  /// A partner's question arrives twice.
  QUESTION_TWICE(0.30),
  /// Our answer does not arrive at the partner.
  ANSWER_LOST(0.20),
  /// A partner asks again for another amount.
  AMOUNT_CHANGED(0.02),
  /// A transaction of the database is rolled back and says so.
  STORE_ABORTS(0.05),
  /// A transaction of the database is committed, and nobody is told.
  STORE_BREAKS(0.03),
  /// The books take no more.
  STORE_BUSY(0.05),
  /// A transaction of the database takes long.
  STORE_SLOW(0.05),
  /// No byte leaves for the biller.
  NOT_SENT(0.10),
  /// An order is lost on its way.
  ORDER_LOST(0.10),
  /// An order arrives twice, at a biller that can tell.
  ORDER_TWICE(0.10),
  /// An order takes minutes to arrive.
  ORDER_LATE(0.05),
  /// A biller's answer is lost.
  REPLY_LOST(0.10),
  /// A biller's answer comes after we have hung up.
  REPLY_LATE(0.10),
  /// A biller says HTTP 500 instead of what it has to say.
  REPLY_500(0.10),
  /// A biller's answer cannot be read, or is about something else.
  REPLY_GARBLED(0.10),
  /// A biller says no.
  REFUSAL(0.30),
  /// A biller says "in process" and decides later.
  IN_PROCESS(0.30),
  /// A biller takes back what it had confirmed.
  REVERSAL(0.05),
  /// A biller's own call does not arrive.
  CALLBACK_LOST(0.30),
  /// A biller calls twice.
  CALLBACK_TWICE(0.30),
  /// A process dies before or after it has touched the database or a biller.
  CRASH(0.012),
  /// A partner's server does not take what it is told.
  WEBHOOK_FAILS(0.30);

  private final double most;

  Fault(double most) {
    this.most = most;
  }

  double most() {
    return most;
  }
}
