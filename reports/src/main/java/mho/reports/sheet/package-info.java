/** The data sheet of a chip: its structure, peak figures, parts with power, area and sources, and what is assumed. */
@org.jspecify.annotations.NullMarked
package mho.reports.sheet;
