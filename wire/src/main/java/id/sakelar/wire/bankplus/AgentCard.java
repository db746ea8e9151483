package id.sakelar.wire.bankplus;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;

/// Which agent served a transaction. Immutable.
///
/// @param kodeAgen `BNI014100294`
/// @param alamat street, neighbourhood, village and regency, a comma, and the province
public record AgentCard(String kodeAgen, String nama, String alamat) {
  static final String NAME = "agent";

  static AgentCard read(Fields from) throws Garbled {
    return new AgentCard(from.text("kode_agen"), from.text("nama"), from.text("alamat"));
  }

  Draft spelled() {
    return new Draft().text("kode_agen", kodeAgen).text("nama", nama).text("alamat", alamat);
  }
}
