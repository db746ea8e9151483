package id.sakelar.http;

/// Why the door itself refuses a call on a path that it serves. The handler has not seen the call,
/// except for [#FAILED].
public enum Trouble {
  /// The body is longer than the limit. Usually answered in the shape of a 413.
  TOO_LARGE,

  /// The body ended before it was whole, or its chunks do not fit together. Usually answered in the
  /// shape of a 400.
  INCOMPLETE,

  /// The body did not arrive within its time. Usually answered in the shape of a 408.
  TIMED_OUT,

  /// The path is served, but not with this method. Usually answered in the shape of a 405.
  WRONG_METHOD,

  /// The body is compressed or otherwise encoded. Usually answered in the shape of a 415.
  ENCODED,

  /// The handler threw. It may have done part of its work, so this is never a plain "failed" for a
  /// call that moves money.
  FAILED,

  /// As many calls are in hand as may be, or the door is closing. Usually the shape of a 503.
  BUSY
}
