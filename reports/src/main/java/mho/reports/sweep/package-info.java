/** Many design points at once: the question, its points, what is shared between them, the store that survives, the Pareto front. */
@org.jspecify.annotations.NullMarked
package mho.reports.sweep;
