/**
 * Every figure, once: what it is called in files, its label, its unit, its definition, how it follows from its subject, and where it
 * shows. A table for each subject (a run, a layer, a part, …); forms, pages, comparisons and sweeps are drawn from these. A subject that
 * lies above this room has its table beside itself.
 */
@org.jspecify.annotations.NullMarked
package mho.reports.figures;
