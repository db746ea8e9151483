/// Golden conversations: what is said on the wire and what it means, one text file each, and their
/// reader. What a message means to code is left to those who replay them.
///
/// A file lies under `conversations/<dialect>/` and reads as it would be told. The first character
/// of a line says who speaks:
/// - `>` is sent: method and path, headers, an empty line, the body.
/// - `<` comes back: the status, headers, an empty line, the body.
/// - `=` says what the exchange before it means to the switch.
/// - `~` names the values that may differ from one run to the next, as paths of the answer's JSON
///   such as `data.balance`, or of its XML such as `mp.balance`, root included; a path stands for
///   everything below it. It holds for the whole file.
/// - `^` names values that may differ, too, and that later requests of the file repeat because the
///   other side gives them out. Whoever plays the file puts what it was given in their place, and
///   signs anew: [Retelling] does the first.
/// - `?` names a condition that a fresh sandbox does not fulfil. Without one, the conversation can
///   be played as it stands against a fresh sandbox.
/// - Everything else is commentary.
///
/// A conversation has one exchange or several, played in order. A request is signed with the key of
/// the sandbox's partner that it names.
@NullMarked
package id.sakelar.conversations;

import org.jspecify.annotations.NullMarked;
