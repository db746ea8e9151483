/// What the dialects have in common: messages, the strict readers of JSON and of XML, the checked
/// readers of amounts, counts and references, and the operations they make up. Each dialect has a
/// package of its own below this one, and no dialect knows another.
///
/// This room turns bytes into records and records into bytes. It leaves sockets to `http`, and
/// state, time and every decision about money to `server`.
@NullMarked
package id.sakelar.wire;

import org.jspecify.annotations.NullMarked;
