/** The forms of the validation: published figures beside simulated ones. */
@org.jspecify.annotations.NullMarked
package mho.reports.form.validation;
