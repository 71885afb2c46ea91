/**
 * Energy as bookkeeping: a {@link mho.core.cost.Ledger} counts what happened, prices say what each action costs and where the
 * figure comes from, and a {@link mho.core.cost.Bill} multiplies the two. Timing knows nothing of it.
 */
@org.jspecify.annotations.NullMarked
package mho.core.cost;
