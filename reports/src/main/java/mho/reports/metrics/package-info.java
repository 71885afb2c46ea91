/**
 * What a run comes to: latency, interval, energy, rates and what limits them, each defined once, from the timeline and the ledger.
 */
@org.jspecify.annotations.NullMarked
package mho.reports.metrics;
