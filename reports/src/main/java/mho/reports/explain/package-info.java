/** What a figure is made of: counts, prices and their sources; critical paths; losses by cause. */
@org.jspecify.annotations.NullMarked
package mho.reports.explain;
