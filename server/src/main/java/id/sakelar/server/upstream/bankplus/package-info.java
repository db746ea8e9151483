/// The lines to other banks, whose hosts speak the dialect of the Bank+ switcher: an inquiry or a
/// move becomes a question, and its answer becomes evidence.
///
/// Leaves what follows from evidence to `banking`.
@NullMarked
package id.sakelar.server.upstream.bankplus;

import org.jspecify.annotations.NullMarked;
