/** The forms of a run's report: text for a terminal, report.json, layers.csv and components.csv, host.json. */
@org.jspecify.annotations.NullMarked
package mho.reports.form.report;
