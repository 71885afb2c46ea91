/** Machines that anneal: local fields read in the arrays of a chip, decisions of a controller, and what both take until the best is found. */
@NullMarked
package mho.reports.anneal;

import org.jspecify.annotations.NullMarked;
