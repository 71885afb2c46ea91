/** The forms of a comparison of runs: text for a terminal, JSON, CSV. */
@org.jspecify.annotations.NullMarked
package mho.reports.form.comparison;
