/** The forms of a chip's data sheet, and the sentences on a chip that other forms tell as well. */
@org.jspecify.annotations.NullMarked
package mho.reports.form.chip;
