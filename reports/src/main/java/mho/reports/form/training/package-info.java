/** Trainings in words, tables and files. */
@NullMarked
package mho.reports.form.training;

import org.jspecify.annotations.NullMarked;
