/** Published figures beside simulated ones, each with its source, its tolerance and the verdict. */
@org.jspecify.annotations.NullMarked
package mho.reports.validate;
