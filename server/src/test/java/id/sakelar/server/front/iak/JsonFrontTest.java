package id.sakelar.server.front.iak;

import id.sakelar.wire.iak.Format;

/// The contract of fronts, in JSON.
class JsonFrontTest extends IakContract {
  JsonFrontTest() {
    super(Format.JSON);
  }
}
