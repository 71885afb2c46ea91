/** Solved equations in words, tables and files. */
@NullMarked
package mho.reports.form.solve;

import org.jspecify.annotations.NullMarked;
