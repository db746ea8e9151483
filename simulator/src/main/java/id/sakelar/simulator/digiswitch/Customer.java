package id.sakelar.simulator.digiswitch;

/// A number the biller knows. Immutable.
record Customer(Owed owed, Fate fate) {}
