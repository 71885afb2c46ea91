/** Trainings: what is learnt epoch by epoch, and what that takes of a chip. */
@NullMarked
package mho.reports.training;

import org.jspecify.annotations.NullMarked;
