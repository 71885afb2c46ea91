/** A server for one machine and a page that answers while its reader turns knobs: designs, their answers, what keeps others out. */
@org.jspecify.annotations.NullMarked
package mho.reports.explore;
