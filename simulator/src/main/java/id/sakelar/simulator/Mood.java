package id.sakelar.simulator;

import java.time.Duration;

/// How a biller meets one payment. Immutable.
///
/// @param garbage what it says if it garbles
record Mood(Duration latency, Conduct conduct, Garbage garbage) {}
