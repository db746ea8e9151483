/// Everything a newcomer needs in one process: an embedded PostgreSQL, the switch, a simulated
/// biller reached over HTTP, and demo data. Never part of a production class path.
@NullMarked
package id.sakelar.sandbox;

import org.jspecify.annotations.NullMarked;
