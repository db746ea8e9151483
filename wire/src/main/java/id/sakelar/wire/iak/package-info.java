/// The words of IAK, once MobilePulsa, for bills: one path, `commands` that say what is asked, an
/// MD5 signature, and the same records in JSON (inside `data`) and in XML (bare, inside `mp`). What
/// is believed, allowed or paid is left to the fronts and connectors.
@NullMarked
package id.sakelar.wire.iak;

import org.jspecify.annotations.NullMarked;
