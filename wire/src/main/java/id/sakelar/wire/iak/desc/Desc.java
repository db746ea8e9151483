package id.sakelar.wire.iak.desc;

import id.sakelar.wire.Json.Members;

/// What a bill says about itself: the field `desc`, one record for each family of products.
///
/// The components have the names of the published pages, turned from snake to camel case. What
/// another dialect's biller may not know is optional, and left out where nobody knows it. Whether
/// an amount is a number or stands between quotes is decided field by field, as published. Which
/// record a `desc` is cannot be seen from the `desc`: [Family#read] has to be told. Immutable.
public sealed interface Desc
    permits Pln,
        Plnnontaglis,
        Bpjs,
        Bpjstk,
        Bpjstkpu,
        Multifinance,
        Insurance,
        Pdam,
        Pgas,
        Phone,
        Internet,
        Tv,
        Pbb,
        Esamsat,
        OpenAmount,
        Plain {
  /// The fields as they stand on the wire, in the order of the published example.
  Members spelled();
}
