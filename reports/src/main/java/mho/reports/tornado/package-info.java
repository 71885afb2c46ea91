/** What of all that is assumed moves a figure, and how far: every assumed number of a machine a fifth up and a fifth down. */
@org.jspecify.annotations.NullMarked
package mho.reports.tornado;
