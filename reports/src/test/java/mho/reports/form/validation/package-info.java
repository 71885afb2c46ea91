@org.jspecify.annotations.NullMarked
package mho.reports.form.validation;
