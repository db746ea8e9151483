package id.sakelar.server.front.bankplus;

import id.sakelar.server.banking.Agent;
import org.jspecify.annotations.Nullable;

/// Who may ask a question, and what is at stake.
enum Duty {
  /// Any agent.
  OFFICE(null, false),
  /// Agents for savings look at accounts.
  SAVINGS(Agent.SAVINGS, false),
  /// They move money.
  SAVINGS_MONEY(Agent.SAVINGS, true),
  /// Agents for bills ask for them.
  BILLS(Agent.BILLS, false),
  /// They pay them.
  BILLS_MONEY(Agent.BILLS, true);

  private final @Nullable String type;
  private final boolean movesMoney;

  Duty(@Nullable String type, boolean movesMoney) {
    this.type = type;
    this.movesMoney = movesMoney;
  }

  boolean isOf(Agent agent) {
    return type == null || agent.does(type);
  }

  /// Whether the question may repeat one that has moved money. Then whatever breaks off is told as
  /// pending: a no could be taken for the end of it.
  boolean movesMoney() {
    return movesMoney;
  }
}
