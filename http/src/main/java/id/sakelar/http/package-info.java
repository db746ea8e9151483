/// Carries bytes over HTTP, as a server and as a client, and refuses what is too big, too slow or
/// bent out of shape. The only room that knows which HTTP library we use. What the bytes say is
/// left to wire, and who may say it to the fronts.
@NullMarked
package id.sakelar.http;

import org.jspecify.annotations.NullMarked;
