package id.sakelar.simulator.digiswitch;

import id.sakelar.simulator.Till;

/// Where one kind of calls is kept, the real ones or the tests. Safe for many threads.
record Register(Till till, Quotes quotes) {}
