package id.sakelar.simulation;

/// What a process does to the world outside it. It may die before and after each.
enum Effect {
  READ,
  KEEP_INQUIRY,
  OPEN,
  REFUSE,
  COMMIT,
  TAKE_DUE,
  NOTE,
  INQUIRE,
  PAY,
  STATUS,
  WEBHOOK
}
