/** Designs that are looked for: what is sought within which budget, evolution of fronts, bounds, which knobs matter, what the winner hangs on. */
@org.jspecify.annotations.NullMarked
package mho.reports.search;
