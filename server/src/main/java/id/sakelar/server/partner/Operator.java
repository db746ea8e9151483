package id.sakelar.server.partner;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody who may decide together with another. Immutable.
///
/// @param name `[a-z][a-z0-9-]{0,39}`
/// @param retiredAt when it stopped deciding anything; null while it may
public record Operator(String name, Instant addedAt, @Nullable Instant retiredAt) {}
