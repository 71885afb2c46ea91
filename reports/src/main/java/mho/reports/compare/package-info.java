/** Runs side by side: what was configured differently, what came out differently, and where the difference comes from. */
@org.jspecify.annotations.NullMarked
package mho.reports.compare;
