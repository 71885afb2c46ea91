/** Annealings in words, tables and files. */
@NullMarked
package mho.reports.form.anneal;

import org.jspecify.annotations.NullMarked;
