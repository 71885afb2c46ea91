/** Equations solved with products that arrays make roughly, and residuals that a processor beside them keeps exact. */
@NullMarked
package mho.reports.solve;

import org.jspecify.annotations.NullMarked;
