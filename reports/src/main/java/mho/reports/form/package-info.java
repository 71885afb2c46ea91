/** The forms a report takes: tables for people, JSON, CSV, and the directory a run leaves behind. */
@org.jspecify.annotations.NullMarked
package mho.reports.form;
