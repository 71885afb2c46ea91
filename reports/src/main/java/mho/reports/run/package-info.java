/** One run: its configuration in, its report and files out, stage by stage so that runs which share a stage need it only once. */
@org.jspecify.annotations.NullMarked
package mho.reports.run;
