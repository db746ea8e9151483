/// What operators look at: health and figures, on a port of their own. Moves nothing.
@NullMarked
package id.sakelar.server.console;

import org.jspecify.annotations.NullMarked;
