/// Billers that are not there: reached over real HTTP, with a durable book of what they took and a
/// temper that makes them misbehave on request. What a dialect says is left to its package below,
/// and comparing a biller's book with ours to whoever reads both.
@NullMarked
package id.sakelar.simulator;

import org.jspecify.annotations.NullMarked;
