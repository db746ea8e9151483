/// The switch: starts and stops, configuration, and the commands an operator types. What it does is
/// in the rooms below.
@NullMarked
package id.sakelar.server;

import org.jspecify.annotations.NullMarked;
