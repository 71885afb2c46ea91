/** What a sweep came to, point by point, and its forms: text for a terminal, JSON, points.csv, the lines of its store. */
@org.jspecify.annotations.NullMarked
package mho.reports.form.sweep;
