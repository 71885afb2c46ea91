/** Restricted Boltzmann machines that have learnt, in words, tables and files. */
@org.jspecify.annotations.NullMarked
package mho.reports.form.restricted;
