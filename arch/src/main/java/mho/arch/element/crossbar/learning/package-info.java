/** Weights that are learnt in the arrays of a core: read in both directions, changed by pulses. */
@NullMarked
package mho.arch.element.crossbar.learning;

import org.jspecify.annotations.NullMarked;
