package id.sakelar.server.front.iak;

import id.sakelar.wire.iak.Format;

/// The contract of fronts, in XML.
class XmlFrontTest extends IakContract {
  XmlFrontTest() {
    super(Format.XML);
  }
}
