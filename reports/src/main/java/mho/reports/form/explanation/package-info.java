/** An explanation as text and JSON. */
@org.jspecify.annotations.NullMarked
package mho.reports.form.explanation;
