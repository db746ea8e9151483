/// The words of Digiswitch and of Digiflazz, whose buyer interface it re-skins: JSON both ways, a
/// `command` that says what is asked, an MD5 signature, answers inside `data`. What is believed,
/// allowed or paid is left to the fronts and connectors.
@NullMarked
package id.sakelar.wire.digiswitch;

import org.jspecify.annotations.NullMarked;
