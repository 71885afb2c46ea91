/** Trainings, as tests of other rooms take them too. */
@org.jspecify.annotations.NullMarked
package mho.reports.training;
