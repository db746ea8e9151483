package id.sakelar.simulator.iak;

import id.sakelar.wire.iak.Account;

/// Somebody who may ask, and how test numbers are read for him. Immutable.
public record Client(Account account, Scheme scheme) {}
