/** What there is to choose from: chips, networks, devices, data, models and parameters, listed. */
@org.jspecify.annotations.NullMarked
package mho.reports.form.catalogue;
