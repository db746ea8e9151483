package id.sakelar.wire.digiswitch.desc;

import id.sakelar.wire.Json.Members;
import id.sakelar.wire.digiswitch.Spelling;

/// What a bill says about itself: the field `desc`, one record for each family of products.
///
/// The components have the names of the published page, turned from snake to camel case. Amounts
/// are whole rupiah and stand between quotes on the wire, unless a record says otherwise. Which
/// record a `desc` is cannot be seen from the `desc`: [Family#read] has to be told. Immutable.
public sealed interface Desc
    permits Pln,
        Pdam,
        Hp,
        Internet,
        Bpjs,
        Multifinance,
        Pbb,
        Pdl,
        Pgas,
        Tv,
        Bpjstk,
        Bpjstkpu,
        Plnnontaglis,
        Emoney,
        Samsat,
        Kirimuang {
  /// The fields as they stand on the wire, in the order of the published example.
  Members spelled(Spelling spelling);
}
